package org.tidings.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.index.ProfileView.SelfPortrait;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class EditViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private TestWorkspace test;
  private EditViewModel model;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    model = new EditViewModel(test.workspace());
    test.closeFirst(model::close);
    screen.until(() -> true);
    model.begin(portrait());
  }

  @AfterEach
  void close() {
    test.close();
  }

  private SelfPortrait portrait() {
    return test.workspace().feeds().profiles().of(test.workspace().self()).self();
  }

  private void save(String name, String description) {
    model.nameProperty().set(name);
    model.descriptionProperty().set(description);
    model.save();
    screen.until(() -> !model.editingProperty().get());
  }

  private long messages() {
    return test.workspace().feeds().log().count();
  }

  @Test
  void whatIsSavedIsWhatWeSay() {
    save(" Lena ", "Reads *slowly*.");
    assertThat(portrait())
        .isEqualTo(
            new SelfPortrait(
                Optional.of("Lena"), Optional.empty(), Optional.of("Reads *slowly*.")));
  }

  @Test
  void aPictureIsMadeSmallAndShownToOthersOnceItIsSaved(@TempDir Path pictures) throws Exception {
    byte[] large = SomePictures.file(SomePictures.landscape(900, 600, 1), "jpg");
    test.dialogs().pick(Files.write(pictures.resolve("me.jpg"), large));
    model.choosePicture();
    screen.until(() -> model.pictureProperty().get().isPresent());
    BlobId blob = model.pictureProperty().get().orElseThrow();
    assertThat(portrait().image()).isEmpty();
    save("Lena", "");
    assertThat(portrait().image()).contains(blob);
    assertThat(test.workspace().feeds().pushedBlobs().all()).containsExactly(blob);
    assertThat(test.workspace().feeds().blobs().size(blob).orElseThrow()).isLessThan(large.length);
    model.begin(portrait());
    long before = messages();
    save("Lena", "");
    assertThat(messages()).isEqualTo(before);
  }

  @Test
  void nothingIsSavedWithoutThePictureThatIsStillBeingRead(@TempDir Path pictures)
      throws Exception {
    byte[] large = SomePictures.file(SomePictures.landscape(900, 600, 1), "jpg");
    test.dialogs().pick(Files.write(pictures.resolve("me.jpg"), large));
    model.nameProperty().set("Lena");
    model.choosePicture();
    assertThat(model.canSaveProperty().get()).isFalse();
    model.save();
    assertThat(messages()).isZero();
    screen.until(model.canSaveProperty()::get);
    save("Lena", "");
    assertThat(portrait().image()).isEqualTo(model.pictureProperty().get()).isPresent();
  }

  @Test
  void afterAPictureThatCannotBeReadTheRestCanBeSaved(@TempDir Path pictures) throws Exception {
    test.dialogs().pick(Files.writeString(pictures.resolve("me.jpg"), "not a picture"));
    model.nameProperty().set("Lena");
    model.choosePicture();
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    assertThat(model.canSaveProperty().get()).isTrue();
  }

  @Test
  void editingStartsFromWhatWeSay() {
    save("Lena", "Reads.");
    model.begin(portrait());
    assertThat(model.nameProperty().get()).isEqualTo("Lena");
    assertThat(model.descriptionProperty().get()).isEqualTo("Reads.");
  }

  @Test
  void aDescriptionCanBeTakenBack() {
    save("Lena", "Reads.");
    model.begin(portrait());
    save("Lena", "");
    assertThat(portrait().description()).isEmpty();
    assertThat(portrait().name()).contains("Lena");
  }

  @Test
  void nothingNewIsNotSaidAgain() {
    save("Lena", "Reads.");
    long before = messages();
    model.begin(portrait());
    save("Lena", "Reads.");
    assertThat(messages()).isEqualTo(before);
  }

  @Test
  void withoutANameNothingCanBeSaved() {
    model.nameProperty().set("  ");
    assertThat(model.canSaveProperty().get()).isFalse();
  }

  @Test
  void givingUpChangesNothing() {
    model.nameProperty().set("Lena");
    model.cancel();
    assertThat(model.editingProperty().get()).isFalse();
    assertThat(messages()).isZero();
  }

  private EditViewModel again() {
    EditViewModel next = new EditViewModel(test.workspace());
    test.closeFirst(next::close);
    next.resume(portrait());
    return next;
  }

  private Optional<String> kept() {
    return test.workspace().feeds().drafts().load(Sketch.PLACE);
  }

  @Test
  void whatWasTypedIsThereWhenThePersonComesAgain() {
    model.nameProperty().set("Lena");
    model.descriptionProperty().set("Reads *slowly*.");
    model.close();
    EditViewModel next = again();
    screen.until(next.editingProperty()::get);
    assertThat(next.nameProperty().get()).isEqualTo("Lena");
    assertThat(next.descriptionProperty().get()).isEqualTo("Reads *slowly*.");
    assertThat(messages()).isZero();
  }

  @Test
  void whatIsTypedIsOnTheDiskAMomentLater() {
    model.descriptionProperty().set("Reads.");
    screen.until(() -> kept().isPresent());
    model.descriptionProperty().set("");
    screen.until(() -> kept().isEmpty());
  }

  @Test
  void whatWasSavedOrGivenUpDoesNotComeAgain() {
    model.nameProperty().set("Lena");
    screen.until(() -> kept().isPresent());
    save("Lena", "Reads.");
    screen.until(() -> kept().isEmpty());
    model.begin(portrait());
    model.nameProperty().set("Helena");
    screen.until(() -> kept().isPresent());
    model.cancel();
    screen.until(() -> kept().isEmpty());
  }

  @Test
  void whatWasSaidMeanwhileIsNotTypedAnyMore() {
    save("Lena", "");
    test.workspace().feeds().drafts().save(Sketch.PLACE, Sketch.of(portrait()).write());
    EditViewModel next = again();
    screen.until(() -> kept().isEmpty());
    assertThat(next.editingProperty().get()).isFalse();
  }

  @Test
  void whatIsTooLongIsToldAndStays() {
    String book = "word ".repeat(5_000);
    model.nameProperty().set("Lena");
    model.descriptionProperty().set(book);
    model.save();
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    assertThat(model.editingProperty().get()).isTrue();
    assertThat(model.descriptionProperty().get()).isEqualTo(book);
  }
}
