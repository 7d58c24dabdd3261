package org.tidings.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidings.app.command.Problems;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.folder.FolderException;
import org.tidings.app.folder.FolderFault;
import org.tidings.app.folder.FolderLock;
import org.tidings.app.owner.Door;
import org.tidings.app.owner.Owner;
import org.tidings.app.owner.Start;
import org.tidings.feed.Restoration;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.ToldException;
import org.tidings.replication.OtherProgram;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.WindowServices;

/// One window's time on a data folder, which is locked from its beginning. Thread-safe.
final class Session implements AutoCloseable {
  private final DataFolder folder;
  private final Start start;
  private final FutureTask<WindowServices> opening = new FutureTask<>(this::open);
  private final boolean hasIdentity;
  private Optional<FolderLock> lock;
  private @Nullable Owner owner;
  private Consumer<Optional<String>> raise = link -> {};

  /// Begins to open the feeds at once where there is an identity: meanwhile the window is made.
  Session(DataFolder folder, FolderLock lock, Start start) {
    this.folder = folder;
    this.lock = Optional.of(lock);
    this.start = start;
    this.hasIdentity = folder.hasIdentity();
    if (hasIdentity) {
      Thread.ofPlatform().name("open-folder").daemon().start(opening);
    }
  }

  /// What the window is opened on, to lead to where the link does.
  Opening opening(Optional<String> link) {
    return new Opening(folder.path(), new SettingsFile(folder), this::start, link);
  }

  private WindowStart start(Consumer<Optional<String>> raiseWindow) throws InterruptedException {
    synchronized (this) {
      raise = raiseWindow;
      if (owner != null) {
        owner.node().windowRaisedBy(raise);
      }
    }
    if (!hasIdentity) {
      return new WindowStart.FirstStart(this::begin, restoration());
    }
    try {
      return new WindowStart.Ready(opening.get());
    } catch (ExecutionException e) {
      return refused(e.getCause() instanceof Exception cause ? cause : e);
    }
  }

  private Restoration restoration() {
    OtherProgram other = OtherProgram.atUsualPort(start.network(), new SecureRandom());
    Path home = Path.of(System.getProperty("user.home"));
    return new Restoration(folder.secret(), home, other::runsWith);
  }

  /// A window that only says why there is nothing to show.
  static WindowStart.Refused refused(Exception cause) {
    return new WindowStart.Refused(
        Problems.sentence(cause),
        switch (cause) {
          case StoreException store -> Optional.of(Told.of(store.kind()));
          case FolderException folder -> folder.why();
          case ToldException told -> Optional.of(told.why());
          default -> Optional.empty();
        });
  }

  private WindowServices begin() throws IOException, InterruptedException {
    try {
      return open();
    } catch (FolderException e) {
      throw e.asIo();
    }
  }

  /// Opens the feeds; once more after it failed.
  private synchronized WindowServices open()
      throws IOException, FolderException, InterruptedException {
    FolderLock held = lock.isPresent() ? lock.get() : lockAgain();
    lock = Optional.empty();
    Owner opened = Owner.open(folder, held, start);
    owner = opened;
    opened.node().windowRaisedBy(raise);
    opened.lifecycle().endWithProcess();
    return new WindowServices(opened.feeds(), opened.replication().orElseThrow());
  }

  private FolderLock lockAgain() throws FolderException, InterruptedException {
    return switch (Door.of(folder).enter()) {
      case Door.Way.Free(FolderLock free) -> free;
      case Door.Way.Taken(var attached) -> {
        attached.close();
        throw new FolderException(Told.of(FolderFault.OPENED_MEANWHILE));
      }
    };
  }

  /// Stops everything.
  @Override
  public synchronized void close() {
    if (owner != null) {
      owner.close();
    }
  }
}
