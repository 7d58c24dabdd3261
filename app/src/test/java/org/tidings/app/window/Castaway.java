package org.tidings.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.tidings.app.desktop.DesktopBus;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.owner.Start;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.Bounds;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.shell.TidingsWindow;
import org.tidings.ui.workspace.FakeDialogs;
import org.tidings.ui.workspace.Installation;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.WindowEnvironment;

/// A process that uses the whole program in its window where there is no network at all: on the
/// first day it begins, writes and looks around, and is killed in the middle of the next post; on
/// any other it finds everything as it was.
final class Castaway {
  static final String FIRST_DAY = "first";
  static final String ANOTHER_DAY = "another";
  private static final String POST = "Nobody is here, and I write all the same.";
  private static final String HALF = "What I was about to say";
  private static final int USUAL_PORT = 8008;

  /// What such a process ends with.
  static final int KILLED = 137;

  private Castaway() {}

  /// The data folder, the state folder, and which day it is.
  public static void main(String[] words) throws Exception {
    DataFolder folder = DataFolder.at(Path.of(words[0]), Path.of(words[1]));
    live(folder, words[2].equals(FIRST_DAY));
    System.exit(0);
  }

  private static void live(DataFolder folder, boolean first)
      throws FolderException, IOException, InterruptedException {
    FolderLock lock = FolderLock.tryAcquire(folder).orElseThrow();
    Start start =
        new Start(
            NetworkKey.MAIN, new Start.Reach.Peer("::", USUAL_PORT, false, true), Bounds.USUAL);
    try (Session session = new Session(folder, lock, start)) {
      Opening opening = session.opening(Optional.empty());
      Stage stage = Fx.get(Stage::new);
      TidingsWindow window = Fx.get(() -> new TidingsWindow(stage, environment(opening), () -> {}));
      Fx.run(() -> window.open(() -> opening.content().start(link -> {})));
      Person person = new Person(stage);
      if (first) {
        begin(person);
      }
      lookAround(person);
      if (first) {
        beKilledWhileWriting(person);
      }
      findDraft(person);
      Fx.run(window::close);
    }
  }

  static WindowEnvironment environment(Opening opening) {
    return new WindowEnvironment(
        new Preferences(opening.settings()),
        new WindowClock(InstantSource.system()),
        address -> {},
        new FakeDialogs(),
        new DesktopBus(Optional.empty()),
        new Installation(opening.folder(), "0", List.of(), Optional.empty()));
  }

  private static void begin(Person person) {
    person.reads("Welcome to Tidings");
    person.press(KeyCode.ENTER);
    person.reads("What shall others call you?");
    person.type("Lena");
    person.press(KeyCode.ENTER);
    person.click("Write your first post");
    person.type(POST);
    person.press(KeyCode.CONTROL, KeyCode.ENTER);
    person.reads(POST);
    person.reads("Posting in");
    person.readsNoMore("Posting in");
  }

  private static void beKilledWhileWriting(Person person) {
    person.press(KeyCode.CONTROL, KeyCode.N);
    person.type(HALF);
    person.reads("Draft kept");
    Runtime.getRuntime().halt(KILLED);
  }

  private static void findDraft(Person person) {
    person.press(KeyCode.CONTROL, KeyCode.N);
    person.reads(HALF);
  }

  private static void lookAround(Person person) {
    person.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    person.reads(POST);
    person.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    person.reads("Nothing yet");
    person.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    person.reads("You are offline.");
    person.press(KeyCode.CONTROL, KeyCode.DIGIT7);
    person.reads("Lena");
    person.reads(POST);
    person.press(KeyCode.CONTROL, KeyCode.COMMA);
    person.reads("Settings");
  }
}
