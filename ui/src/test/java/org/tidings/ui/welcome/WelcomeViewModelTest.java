package org.tidings.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.RecoveryWords;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.Restoration;
import org.tidings.feed.index.ProfileView;
import org.tidings.feed.ref.BlobId;
import org.tidings.ui.common.Background;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.SomePictures;
import org.tidings.ui.welcome.WelcomeViewModel.Step;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.WindowServices;

class WelcomeViewModelTest {
  private static final Executor AT_ONCE = Runnable::run;

  private final List<WindowServices> entered = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Deque<IOException> failures = new ArrayDeque<>();
  private int begun;
  private Restoration restoration;
  private TestWorkspace test;

  @BeforeEach
  void prepareFolder(@TempDir Path folder) {
    restoration =
        new Restoration(
            folder.resolve("new").resolve("secret"), folder.resolve("home"), keys -> false);
    test = new TestWorkspace(folder, new FakeScreen());
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void theNameIsPublishedWithTheNewIdentity() {
    WelcomeViewModel welcome = welcome();
    welcome.nameProperty().set("Lena 🌊");
    welcome.create();
    assertThat(entered).containsExactly(test.workspace().services());
    assertThat(places).containsExactly(new Place.Home());
    assertThat(publishedName()).isEqualTo("Lena 🌊");
  }

  @Test
  void spacesAroundAndWithinANameAreTidied() {
    WelcomeViewModel welcome = welcome();
    welcome.nameProperty().set("  Lena \t  Ødegård ");
    welcome.create();
    assertThat(publishedName()).isEqualTo("Lena Ødegård");
  }

  @Test
  void withoutANameNothingIsPublished() {
    WelcomeViewModel welcome = welcome();
    welcome.nameProperty().set("   ");
    welcome.create();
    assertThat(entered).hasSize(1);
    assertThat(feeds().profiles().of(test.workspace().self()).counts().messages()).isZero();
  }

  @Test
  void thePictureIsPublishedWithTheNameAndHandedOn(@TempDir Path pictures) throws Exception {
    WelcomeViewModel welcome = welcome();
    welcome.choosePicture(picture(pictures));
    welcome.nameProperty().set("Lena");
    welcome.create();
    ProfileView profile = feeds().profiles().of(test.workspace().self());
    BlobId blob = profile.self().image().orElseThrow();
    assertThat(profile.self().name()).contains("Lena");
    assertThat(profile.counts().messages()).isEqualTo(1);
    assertThat(feeds().blobs().has(blob)).isTrue();
    assertThat(feeds().pushedBlobs().all()).containsExactly(blob);
  }

  @Test
  void aPictureNeedsNoName(@TempDir Path pictures) throws Exception {
    WelcomeViewModel welcome = welcome();
    welcome.choosePicture(picture(pictures));
    welcome.create();
    assertThat(feeds().profiles().byline(test.workspace().self()).image()).isPresent();
  }

  @Test
  void aPictureTakenAwayIsNotPublished(@TempDir Path pictures) throws Exception {
    WelcomeViewModel welcome = welcome();
    welcome.choosePicture(picture(pictures));
    welcome.removePicture();
    welcome.create();
    assertThat(feeds().blobs().all()).isEmpty();
    assertThat(feeds().log().count()).isZero();
  }

  @Test
  void aFileThatIsNoPictureIsToldAndThePictureBeforeStays(@TempDir Path pictures) throws Exception {
    WelcomeViewModel welcome = welcome();
    welcome.choosePicture(picture(pictures));
    welcome.choosePicture(Files.writeString(pictures.resolve("letter.jpg"), "Dear Lena"));
    assertThat(welcome.problemProperty().get())
        .hasValueSatisfying(problem -> assertThat(problem.sentence()).contains("letter.jpg"));
    assertThat(welcome.pictureProperty().get()).isPresent();
    assertThat(welcome.readingProperty().get()).isFalse();
  }

  private static Path picture(Path folder) throws IOException {
    byte[] bytes = SomePictures.file(SomePictures.landscape(300, 200, 1), "jpg");
    return Files.write(folder.resolve("me.jpg"), bytes);
  }

  @Test
  void aFailureIsToldInItsSentenceWithWhatIsSafe() {
    failures.add(new IOException("The disk is full."));
    WelcomeViewModel welcome = welcome();
    welcome.create();
    assertThat(entered).isEmpty();
    assertThat(welcome.problemProperty().get())
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.sentence()).isEqualTo("The disk is full.");
              assertThat(problem.advice()).contains("Nothing is lost");
            });
  }

  @Test
  void aFailureKeepsTheNameAndTheNextTryUsesIt() {
    failures.add(new IOException("The disk is full."));
    WelcomeViewModel welcome = welcome();
    welcome.nameProperty().set("Lena");
    welcome.create();
    welcome.create();
    assertThat(welcome.problemProperty().get()).isEmpty();
    assertThat(publishedName()).isEqualTo("Lena");
  }

  @Test
  void anIdentityThatWasMadeIsNotMadeAgainWhenOnlyTheNameFailed() {
    WelcomeViewModel welcome = welcome();
    welcome.nameProperty().set("Lena");
    feeds().gate().keyInUseElsewhere();
    welcome.create();
    assertThat(welcome.problemProperty().get())
        .hasValueSatisfying(problem -> assertThat(problem.advice()).contains("identity is safe"));
    feeds().gate().override();
    welcome.create();
    assertThat(begun).isEqualTo(1);
    assertThat(publishedName()).isEqualTo("Lena");
  }

  @Test
  void pressingTwiceBeginsOnce() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    WelcomeViewModel welcome =
        new WelcomeViewModel(
            new Background(waiting::add, AT_ONCE), restoration, begin(), this::enter);
    welcome.create();
    assertThat(welcome.busyProperty().get()).isTrue();
    welcome.create();
    waiting.forEach(Runnable::run);
    assertThat(begun).isEqualTo(1);
    assertThat(welcome.busyProperty().get()).isFalse();
  }

  @Test
  void theWayBackToTheCardsKeepsTheName() {
    WelcomeViewModel welcome = welcome();
    welcome.next();
    welcome.nameProperty().set("Lena");
    welcome.back();
    assertThat(welcome.stepProperty().get()).isEqualTo(Step.CARDS);
    welcome.next();
    assertThat(welcome.nameProperty().get()).isEqualTo("Lena");
  }

  @Test
  void wordsBringTheirIdentity() throws Exception {
    KeyPair keys = SomeKeys.of("lena");
    WelcomeViewModel welcome = welcome();
    welcome.bring();
    welcome.wordsProperty().set(String.join(" ", RecoveryWords.of(keys)));
    welcome.restoreWords();
    assertThat(entered).hasSize(1);
    assertThat(places).containsExactly(new Place.Peers());
    assertThat(SecretFile.read(restoration.secret()).publicKey()).isEqualTo(keys.publicKey());
  }

  @Test
  void wordsThatAreNoneSayWhyAndStay() {
    WelcomeViewModel welcome = welcome();
    welcome.wordsProperty().set("river lantern");
    welcome.restoreWords();
    assertThat(entered).isEmpty();
    assertThat(welcome.problemProperty().get())
        .hasValueSatisfying(
            problem ->
                assertThat(problem.sentence()).isEqualTo("It takes 24 words. Typed so far: 2."));
    assertThat(welcome.wordsProperty().get()).isEqualTo("river lantern");
    assertThat(restoration.secret()).doesNotExist();
  }

  @Test
  void theKeyFileOfAnotherProgramIsFoundAndCopied() throws Exception {
    assertThat(welcome().foundFile()).isEmpty();
    KeyPair keys = SomeKeys.of("lena");
    Path theirs = restoration.home().resolve(".ssb").resolve("secret");
    SecretFile.create(theirs, keys);
    WelcomeViewModel welcome = welcome();
    assertThat(welcome.foundFile()).contains(theirs);
    failures.add(new IOException("The disk is full."));
    welcome.restoreFile(theirs);
    assertThat(entered).isEmpty();
    welcome.restoreFile(theirs);
    assertThat(entered).hasSize(1);
    assertThat(SecretFile.read(restoration.secret()).publicKey()).isEqualTo(keys.publicKey());
    assertThat(theirs).exists();
  }

  @Test
  void aFileThatIsNoKeyIsRefusedByName() throws Exception {
    Path other = Files.writeString(Files.createTempFile("letter", ".txt"), "Dear Lena");
    WelcomeViewModel welcome = welcome();
    welcome.restoreFile(other);
    Files.delete(other);
    assertThat(welcome.problemProperty().get())
        .hasValueSatisfying(problem -> assertThat(problem.sentence()).contains(other.toString()));
    assertThat(restoration.secret()).doesNotExist();
  }

  private WelcomeViewModel welcome() {
    return new WelcomeViewModel(
        new Background(AT_ONCE, AT_ONCE), restoration, begin(), this::enter);
  }

  private void enter(WindowServices services, Place place) {
    entered.add(services);
    places.add(place);
  }

  private Callable<WindowServices> begin() {
    return () -> {
      if (!failures.isEmpty()) {
        throw failures.pop();
      }
      begun++;
      return test.workspace().services();
    };
  }

  private Feeds feeds() {
    return test.workspace().feeds();
  }

  private String publishedName() {
    return feeds().profiles().byline(test.workspace().self()).name();
  }
}
