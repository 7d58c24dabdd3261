package org.tidings.ui.transfer;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.feed.Feeds;
import org.tidings.feed.doctor.Progress;
import org.tidings.replication.local.FileExport;
import org.tidings.replication.local.FileImport;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;

/// Saves all messages to a file and takes in those of one, one file at a time, while everything
/// else can be done. Confined to the screen thread.
public final class Transfers implements AutoCloseable {
  private static final String NAME = "tidings-messages.ndjson";

  private final Feeds feeds;
  private final FileDialogs dialogs;
  private final Background background;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<Transfer> now =
      new ReadOnlyObjectWrapper<>(new Transfer.None());
  private Optional<Meter> current = Optional.empty();

  public Transfers(Feeds feeds, FileDialogs dialogs, Background background, Notices notices) {
    this.feeds = feeds;
    this.dialogs = dialogs;
    this.background = background;
    this.notices = notices;
  }

  public ReadOnlyObjectProperty<Transfer> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /// Asks where, and saves all messages there.
  public void save() {
    if (mayBegin()) {
      dialogs.save(NAME).ifPresent(this::save);
    }
  }

  /// Asks which file, and takes in its messages.
  public void takeIn() {
    if (mayBegin()) {
      dialogs.messages().ifPresent(this::takeIn);
    }
  }

  /// Has what is under way end soon; it says then what came of it.
  public void stop() {
    current.ifPresent(meter -> meter.isStopped = true);
  }

  /// What came of it has been read.
  public void dismiss() {
    now.set(new Transfer.None());
  }

  private boolean mayBegin() {
    if (current.isPresent()) {
      notices.say(Texts.of("transfer.busy"));
    }
    return current.isEmpty();
  }

  private void save(Path chosen) {
    Path file = named(chosen);
    Meter meter = new Meter(Texts.of("transfer.saving", name(file)));
    begin(meter, () -> saved(chosen, file, meter));
  }

  private Transfer.Done saved(Path chosen, Path file, Meter meter) throws Exception {
    // The system has asked the person only about the name they chose.
    if (!file.equals(chosen) && Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    long total = feeds.log().count() + feeds.log().waiting();
    try {
      FileExport.Written written = FileExport.of(feeds).write(file, done -> meter.at(done, total));
      return TransferWords.saved(written, feeds.gate().withheld(), name(file));
    } catch (CancellationException stopped) {
      return TransferWords.notSaved(name(file));
    }
  }

  private void takeIn(Path file) {
    Meter meter = new Meter(Texts.of("transfer.takingIn", name(file)));
    begin(meter, () -> TransferWords.taken(new FileImport(feeds, meter).run(file), name(file)));
  }

  private void begin(Meter meter, Callable<Transfer.Done> work) {
    current = Optional.of(meter);
    meter.show();
    background.ask(work, this::end, this::fail);
  }

  private void end(Transfer.Done done) {
    current = Optional.empty();
    now.set(done);
  }

  private void fail(Problem problem) {
    current = Optional.empty();
    now.set(new Transfer.None());
    notices.tell(problem);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /// By the name others know what it is, and nothing else is ever replaced.
  private static Path named(Path chosen) {
    String name = name(chosen).toLowerCase(Locale.ROOT);
    return name.endsWith(".ndjson") || name.endsWith(".jsonl")
        ? chosen
        : chosen.resolveSibling(chosen.getFileName() + ".ndjson");
  }

  /// How far one file is. Told on the thread that works on it, shown on the screen thread, no more
  /// often than that comes to it.
  private final class Meter implements Progress {
    private final String words;
    private final AtomicBoolean isAboutToShow = new AtomicBoolean();
    private volatile double share;
    private volatile boolean isStopped;

    Meter(String words) {
      this.words = words;
    }

    @Override
    public void at(long done, long total) {
      if (isStopped) {
        throw new CancellationException();
      }
      share = total > done ? (double) done / total : 1;
      if (isAboutToShow.compareAndSet(false, true)) {
        background.onScreen(this::show);
      }
    }

    private void show() {
      isAboutToShow.set(false);
      if (current.filter(this::equals).isPresent()) {
        now.set(new Transfer.UnderWay(words, share));
      }
    }
  }

  /// Nothing is under way any more soon.
  @Override
  public void close() {
    stop();
  }
}
