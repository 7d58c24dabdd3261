package org.tidings.ui.picture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.tidings.feed.Feeds;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.blob.BlobRefused;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.blob.BlobStatus;
import org.tidings.replication.blob.Blobs;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Notices;

/// The pictures of this window: read, decoded and remembered for whoever shows them, and asked for
/// where they are missing. Confined to the screen thread; the work is done off it, a few pictures
/// at a time.
public final class Pictures implements AutoCloseable {
  private static final long MOST_CACHED = 64L << 20;
  private static final int AT_A_TIME = 2;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Feeds feeds;
  private final Blobs blobs;
  private final Background background;
  private final Notices notices;
  private final PictureCache cache = new PictureCache(MOST_CACHED);
  private final Map<Wanted, Shown> shown = new HashMap<>();
  private final Semaphore turns = new Semaphore(AT_A_TIME);
  private final org.tidings.feed.event.Subscription events;
  private boolean lookingAgain;

  /// For what a picture is wanted; it is decoded no larger than that needs.
  public enum Use {
    /// A face beside a name.
    FACE(192),
    /// A tile in a post.
    TILE(1024),
    /// All of it.
    WHOLE(2048);

    private final int longest;

    Use(int longest) {
      this.longest = longest;
    }

    /// Its longer side, in dots.
    int longest() {
      return longest;
    }
  }

  /// A picture as it is shown somewhere.
  record Wanted(BlobLink link, Use use) {}

  /// One that is shown, by whoever listens.
  private static final class Shown {
    final List<Consumer<PictureState>> listeners = new ArrayList<>();
    PictureState state = new PictureState.Loading();
    boolean busy;
    boolean again;
  }

  public Pictures(Feeds feeds, Blobs blobs, Background background, Notices notices) {
    this.feeds = feeds;
    this.blobs = blobs;
    this.background = background;
    this.notices = notices;
    events = feeds.events().subscribe(this::happened);
  }

  /// Tells how it stands with a picture, at once and whenever that changes, until unsubscribed. One
  /// that is missing is asked for.
  public Subscription follow(BlobLink link, Use use, Consumer<PictureState> told) {
    Wanted wanted = new Wanted(link, use);
    Shown one = shown.computeIfAbsent(wanted, key -> new Shown());
    one.listeners.add(told);
    cache.of(wanted).ifPresent(image -> one.state = new PictureState.Ready(image));
    told.accept(one.state);
    if (one.state instanceof PictureState.Loading) {
      look(wanted, one);
    }
    return () -> forget(wanted, one, told);
  }

  /// Asks for it anew, or reads it once more where it is here, because somebody wants it now.
  public void askAgain(BlobLink link) {
    background.run(() -> blobs.want(link.blob()), () -> lookAtAll(link.blob()), notices::tell);
  }

  private void forget(Wanted wanted, Shown one, Consumer<PictureState> told) {
    one.listeners.remove(told);
    if (one.listeners.isEmpty()) {
      shown.remove(wanted, one);
    }
  }

  private void happened(FeedEvent event) {
    if (event instanceof FeedEvent.BlobStored(BlobId blob)) {
      background.onScreen(() -> lookAtAll(blob));
    }
  }

  private void lookAtAll(BlobId blob) {
    lookWhere((wanted, one) -> wanted.link().blob().equals(blob));
  }

  private void lookWhere(BiPredicate<Wanted, Shown> which) {
    Map.copyOf(shown)
        .forEach(
            (wanted, one) -> {
              if (which.test(wanted, one)) {
                look(wanted, one);
              }
            });
  }

  private void look(Wanted wanted, Shown one) {
    if (one.busy) {
      one.again = true;
      return;
    }
    one.busy = true;
    background.ask(
        () -> find(wanted),
        found -> seen(wanted, one, found),
        problem -> seen(wanted, one, Found.of(new PictureState.Failed())));
  }

  /// What was found; pixels become an image where it is shown.
  private record Found(PictureState state, Optional<Pixels> pixels) {
    static Found of(PictureState state) {
      return new Found(state, Optional.empty());
    }
  }

  private void seen(Wanted wanted, Shown one, Found found) {
    one.busy = false;
    PictureState before = one.state;
    one.state =
        found.pixels().<PictureState>map(pixels -> ready(wanted, pixels)).orElse(found.state());
    if (!one.state.equals(before)) {
      List.copyOf(one.listeners).forEach(told -> told.accept(one.state));
    }
    if (one.again) {
      one.again = false;
      look(wanted, one);
    } else if (one.state instanceof PictureState.Missing) {
      lookAgainSoon();
    }
  }

  private PictureState.Ready ready(Wanted wanted, Pixels pixels) {
    PictureState.Ready ready = new PictureState.Ready(pixels.toImage());
    cache.put(wanted, ready.image());
    return ready;
  }

  private void lookAgainSoon() {
    if (!lookingAgain) {
      lookingAgain = true;
      background.onScreenAfter(LOOK_AGAIN, this::lookAgain);
    }
  }

  private void lookAgain() {
    lookingAgain = false;
    lookWhere((wanted, one) -> one.state instanceof PictureState.Missing);
  }

  private Found find(Wanted wanted) throws InterruptedException {
    Optional<byte[]> bytes;
    try {
      bytes = feeds.sealedBlobs().read(wanted.link());
    } catch (BlobRefused wrongKey) {
      return Found.of(new PictureState.Locked());
    }
    return bytes.isPresent()
        ? decoded(bytes.get(), wanted.use())
        : Found.of(new PictureState.Missing(asked(wanted.link().blob())));
  }

  private BlobStatus asked(BlobId blob) {
    BlobStatus status = blobs.status(blob);
    if (status instanceof BlobStatus.NotWanted) {
      blobs.want(blob);
      return blobs.status(blob);
    }
    return status;
  }

  private Found decoded(byte[] bytes, Use use) throws InterruptedException {
    turns.acquire();
    try {
      return new Found(
          new PictureState.Loading(), Optional.of(PictureReader.read(bytes, use.longest)));
    } catch (IOException noPicture) {
      return Found.of(new PictureState.OtherFile(bytes.length));
    } finally {
      turns.release();
    }
  }

  @Override
  public void close() {
    events.close();
  }
}
