package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.upkeep.DiskUse;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Texts;
import org.tidings.ui.settings.StorageViewModel.Compacting;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class StorageViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
  }

  @AfterEach
  void close() {
    Texts.speak(Language.ENGLISH);
    test.close();
  }

  private StorageViewModel model() {
    StorageViewModel model = new StorageViewModel(test.workspace());
    test.closeFirst(model::close);
    screen.until(() -> model.viewProperty().get().isPresent());
    return model;
  }

  private static StorageView view(StorageViewModel model) {
    return model.viewProperty().get().orElseThrow();
  }

  @Test
  void thoseWithMostMessagesComeFirstAndTheOthersInSum() {
    for (int i = 0; i < 10; i++) {
      SomeFeed one = SomeFeed.of("somebody " + i);
      for (int post = 0; post <= i; post++) {
        one.post("post " + post);
      }
      test.receive(one);
    }
    StorageView view = view(model());
    assertThat(view.largest())
        .extracting(StorageView.Share::messages)
        .containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L);
    assertThat(view.others().feeds()).isEqualTo(2);
    assertThat(view.others().messages()).isEqualTo(3);
  }

  @Test
  void whoseItIsAndHowMuchDoNotWaitForWhatItIsFullOf() {
    mara.post("hello");
    test.receive(mara);
    StorageViewModel model = new StorageViewModel(test.workspace());
    test.closeFirst(model::close);
    List<StorageView> shown = new ArrayList<>();
    model.viewProperty().subscribe(now -> now.ifPresent(shown::add));
    screen.until(() -> !shown.isEmpty() && shown.getLast().use().isPresent());
    assertThat(shown.getFirst().use()).isEmpty();
    assertThat(shown.getFirst().largest()).hasSize(1);
    DiskUse use = view(model).use().orElseThrow();
    assertThat(use.messages() + use.indexes() + use.fullText() + use.notes() + use.free())
        .isEqualTo(view(model).bytes());
  }

  private Notices notices() {
    return test.workspace().notices();
  }

  private String asked(StorageViewModel model) {
    model.remove(mara.id());
    screen.until(() -> notices().questionProperty().get().isPresent());
    return notices().questionProperty().get().orElseThrow().text();
  }

  private static List<StorageView.Fate> fates(StorageViewModel model) {
    return view(model).largest().stream().map(StorageView.Share::fate).toList();
  }

  @Test
  void whatSomebodyWroteIsRemovedOnceThePersonSaysSo() {
    mara.post("hello");
    test.receive(mara);
    StorageViewModel model = model();
    assertThat(asked(model)).contains("1 message").contains("if you follow");
    notices().answer(false);
    assertThat(fates(model)).containsExactly(StorageView.Fate.REMOVABLE);
    asked(model);
    notices().answer(true);
    screen.until(() -> view(model).largest().isEmpty());
    assertThat(test.workspace().feeds().storage().of(mara.id()).messages()).isZero();
  }

  @Test
  void ofWhomWeFollowItIsSaidThatItComesBackByItself() throws PublishRefused {
    test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
    mara.post("hello");
    test.receive(mara);
    assertThat(asked(model())).contains("as soon as somebody is connected");
  }

  @Test
  void ourOwnIsNotToBeRemoved() throws PublishRefused {
    test.workspace().feeds().publisher().publish(Post.root("mine").toJson());
    assertThat(fates(model())).containsExactly(StorageView.Fate.STAYS);
  }

  @Test
  void picturesThatAreTooMuchGoAtOnceAndTheLimitIsKept() throws Exception {
    test.workspace().feeds().blobs().add(new ByteArrayInputStream(new byte[5_000]));
    StorageViewModel model = model();
    assertThat(view(model).blobs()).isEqualTo(5_000);
    model.limit(1_000);
    screen.until(() -> view(model).blobs() == 0);
    assertThat(model.limit().getValue()).isEqualTo(1_000);
    assertThat(test.workspace().environment().preferences().settings().bounds().blobBytes())
        .isEqualTo(1_000);
  }

  @Test
  void whatIsFreeIsGivenBack() {
    for (int i = 0; i < 300; i++) {
      mara.post("post " + i + " " + "x".repeat(4_000));
    }
    test.receive(mara);
    StorageViewModel model = model();
    long before = view(model).bytes();
    test.workspace().feeds().storage().drop(mara.id());
    model.compact();
    screen.until(
        () ->
            model.compactingProperty().get() instanceof Compacting.Done(long given)
                && given > 0
                && view(model).bytes() < before
                && view(model).use().filter(use -> use.free() == 0).isPresent());
  }

  @Test
  void whyItHasToWaitIsSaidInTheLanguageOfTheWindow() {
    Texts.speak(Language.GERMAN);
    mara.post("hello");
    test.receive(mara);
    StorageViewModel model = model();
    test.temp()
        .change(
            "CREATE TRIGGER stuck BEFORE DELETE ON messages BEGIN"
                + " SELECT RAISE(ABORT, 'stuck'); END");
    test.workspace().feeds().storage().drop(mara.id());
    model.compact();
    screen.until(
        () ->
            model.compactingProperty().get() instanceof Compacting.Waiting(String why)
                && why.endsWith("geht von selbst weiter, sobald das vorbei ist."));
  }
}
