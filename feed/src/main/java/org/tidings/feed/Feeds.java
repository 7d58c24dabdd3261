package org.tidings.feed;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.index.Threads;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.local.Drafts;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.local.ReadMarks;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.Ingest;
import org.tidings.feed.log.Publisher;
import org.tidings.feed.log.PublishingGate;

/// The front door: opens a data folder and hands out the small services that work on it.
/// Thread-safe.
@SuppressWarnings("DoNotCallSuggester")
public final class Feeds implements AutoCloseable {

  private Feeds() {}

  /// Opens the folder, creating it, the key and the database where they are missing.
  ///
  /// @throws org.tidings.feed.store.StoreException with a sentence for people when the folder
  ///     cannot be used; nothing has been changed then
  public static Feeds open(FeedsSettings settings, InstantSource clock, SecureRandom random) {
    throw new UnsupportedOperationException();
  }

  public Identity identity() {
    throw new UnsupportedOperationException();
  }

  public FeedLog log() {
    throw new UnsupportedOperationException();
  }

  public Ingest ingest() {
    throw new UnsupportedOperationException();
  }

  public Publisher publisher() {
    throw new UnsupportedOperationException();
  }

  public PublishingGate gate() {
    throw new UnsupportedOperationException();
  }

  public SocialGraph graph() {
    throw new UnsupportedOperationException();
  }

  public Timeline timeline() {
    throw new UnsupportedOperationException();
  }

  public Threads threads() {
    throw new UnsupportedOperationException();
  }

  public Profiles profiles() {
    throw new UnsupportedOperationException();
  }

  public Drafts drafts() {
    throw new UnsupportedOperationException();
  }

  public PeerMemory peerMemory() {
    throw new UnsupportedOperationException();
  }

  public ReadMarks readMarks() {
    throw new UnsupportedOperationException();
  }

  public FeedEvents events() {
    throw new UnsupportedOperationException();
  }

  /// Finishes what was accepted, closes the database and forgets the keys.
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
