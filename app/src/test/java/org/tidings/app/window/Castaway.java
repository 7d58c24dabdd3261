package org.tidings.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.owner.Start;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.shell.TidingsWindow;
import org.tidings.ui.workspace.FakeDialogs;
import org.tidings.ui.workspace.Installation;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.WindowEnvironment;

/// A process that uses the whole program in its window where there is no network at all: on the
/// first day it begins, writes and looks around; on any other it finds everything as it was.
final class Castaway {
  static final String FIRST_DAY = "first";
  static final String ANOTHER_DAY = "another";
  private static final String POST = "Nobody is here, and I write all the same.";
  private static final int HOPS = 2;
  private static final int USUAL_PORT = 8008;

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
        new Start(NetworkKey.MAIN, new Start.Reach.Peer("::", USUAL_PORT, false, true), HOPS);
    try (Session session = new Session(folder, lock, start)) {
      Opening opening = session.opening();
      Stage stage = Fx.get(Stage::new);
      TidingsWindow window = Fx.get(() -> new TidingsWindow(stage, environment(opening)));
      Fx.run(() -> window.open(() -> opening.content().start(() -> {})));
      Person person = new Person(stage);
      if (first) {
        begin(person);
      }
      lookAround(person);
      Fx.run(window::close);
    }
  }

  private static WindowEnvironment environment(Opening opening) {
    return new WindowEnvironment(
        new Preferences(opening.settings()),
        new WindowClock(InstantSource.system()),
        address -> {},
        new FakeDialogs(),
        new Installation(opening.folder(), "0"));
  }

  private static void begin(Person person) {
    person.reads("Welcome to Tidings");
    person.press(KeyCode.ENTER);
    person.reads("What shall others call you?");
    person.type("Lena");
    person.press(KeyCode.ENTER);
    person.reads("You are offline.");
    person.press(KeyCode.CONTROL, KeyCode.N);
    person.type(POST);
    person.press(KeyCode.CONTROL, KeyCode.ENTER);
    person.reads(POST);
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
