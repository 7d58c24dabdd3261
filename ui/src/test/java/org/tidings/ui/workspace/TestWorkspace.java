package org.tidings.ui.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.FakeClock;
import org.tidings.feed.Restoration;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.replication.Replication;
import org.tidings.replication.ReplicationSettings;
import org.tidings.ui.Fx;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.desktop.Autostart;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.transfer.Transfers;

/// A workspace on a real data folder, whose network is not started. Questions are answered at
/// once, on the thread that asks, if nothing else is said. What asks the database on the JavaFX
/// thread without [Background] fails, and so does the test. Confined to the test's thread.
public final class TestWorkspace implements AutoCloseable {
  private final TempFeeds temp;
  private final Replication replication;
  private final List<String> visited = new ArrayList<>();
  private final RememberedSettings settings = new RememberedSettings();
  private final FakeDialogs dialogs = new FakeDialogs();
  private final FakeDesktop desktop = new FakeDesktop();
  private final List<Runnable> closing = new ArrayList<>();
  private final UnaskedQuestions unasked = new UnaskedQuestions();
  private final Workspace workspace;

  /// @param screen stands for the JavaFX thread
  public TestWorkspace(Path folder, Executor screen) {
    this(folder, Runnable::run, screen);
  }

  /// One that calls, once it is online, whom it knows.
  public static TestWorkspace calling(Path folder, Executor screen) {
    return new TestWorkspace(folder, Runnable::run, screen, true);
  }

  /// As the program has it: questions are answered by `work`.
  public TestWorkspace(Path folder, Executor work, Executor screen) {
    this(folder, work, screen, false);
  }

  private TestWorkspace(Path folder, Executor work, Executor screen, boolean dial) {
    if (!(screen instanceof FakeScreen)) {
      // What is handed to its thread before that is there meets a toolkit half started.
      Fx.start();
    }
    temp = new TempFeeds(folder);
    FakeClock clock = temp.clock();
    replication =
        new Replication(
            temp.feeds(),
            new ReplicationSettings("127.0.0.1", 0, NetworkKey.MAIN, false, dial),
            clock,
            new SecureRandom());
    Background background = new Background(unasked.asking(work), unasked.answering(screen));
    Notices notices = new Notices();
    workspace =
        Workspace.of(
            new WindowServices(temp.feeds(), replication),
            new WindowEnvironment(
                new Preferences(settings),
                new WindowClock(clock),
                visited::add,
                dialogs,
                desktop,
                new Installation(
                    temp.folder(),
                    "0.1.0",
                    List.of(temp.folder().resolve("hunspell")),
                    Optional.of(
                        new Autostart(temp.folder().resolve("autostart"), List.of("tidings"))))),
            background,
            new Navigator(new Place.Home()),
            notices,
            new Transfers(temp.feeds(), dialogs, background, notices));
    temp.feeds().beforeWaiting(unasked::check);
  }

  public Workspace workspace() {
    return workspace;
  }

  /// Brings an identity from elsewhere, where no other program is.
  public Restoration restoration() {
    return new Restoration(
        workspace.environment().installation().secret(), temp.folder(), keys -> false);
  }

  public TempFeeds temp() {
    return temp;
  }

  /// What has been saved of how the window is set.
  public WindowSettings saved() {
    return settings.load();
  }

  /// What the person answers when asked for files.
  public FakeDialogs dialogs() {
    return dialogs;
  }

  /// The desktop around the window.
  public FakeDesktop desktop() {
    return desktop;
  }

  /// The web addresses opened so far.
  public List<String> visited() {
    return visited;
  }

  /// Takes in everything these people have written.
  public void receive(SomeFeed... people) {
    for (SomeFeed person : people) {
      temp.ingest(person.values(), TempFeeds.IMPORT);
    }
  }

  /// Lets time pass, and the window's clock tick. On the screen thread.
  public void pass(Duration time) {
    temp.clock().advance(time);
    workspace.environment().clock().tick();
  }

  /// Has something closed before the folder is.
  public void closeFirst(Runnable close) {
    closing.add(close);
  }

  /// Starts the network, on loopback and a free port.
  public void goOnline() throws IOException {
    replication.start();
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
    workspace.transfers().close();
    workspace.album().pictures().close();
    replication.close();
    temp.close();
    unasked.failIfAny();
  }

  /// Settings that live as long as the test.
  private static final class RememberedSettings implements SettingsStore {
    private WindowSettings saved = WindowSettings.USUAL;

    @Override
    public synchronized WindowSettings load() {
      return saved;
    }

    @Override
    public synchronized void save(WindowSettings settings) {
      saved = settings;
    }
  }
}
