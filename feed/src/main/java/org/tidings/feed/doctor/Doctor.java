package org.tidings.feed.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.blob.BlobEntry;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.log.Appender;
import org.tidings.feed.log.CutTail;
import org.tidings.feed.log.PublishingGate;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;

/// Looks after a store that is open. Thread-safe.
public final class Doctor {

  private static final Logger log = LoggerFactory.getLogger(Doctor.class);

  private static final String KEY =
      "Put back the key file from your backup: nobody else has your key.";

  private final FeedId self;
  private final Examination examination;
  private final Appender appender;
  private final PublishingGate gate;
  private final BlobStore blobs;
  private final Runnable rebuild;

  /// @param rebuild builds all indexes again
  public Doctor(
      FeedId self,
      Examination examination,
      Appender appender,
      PublishingGate gate,
      BlobStore blobs,
      Runnable rebuild) {
    this.self = self;
    this.examination = examination;
    this.appender = appender;
    this.gate = gate;
    this.blobs = blobs;
    this.rebuild = rebuild;
  }

  /// Whether the bytes are what its author signed, to be asked before a message leaves. One that is
  /// damaged goes into quarantine with what follows it.
  public boolean vouchesFor(StoredMessage message) {
    boolean isSound = message.isSound();
    if (!isSound) {
      log.error("message {} of {} is damaged on disk", message.sequence(), message.author());
      appender.quarantineSoon(message.author(), message.sequence().value() - 1);
    }
    return isSound;
  }

  /// What of the damage met so far still matters, also that the disk is full; nothing when nothing
  /// does. Whether there is more, only [#examine] can tell.
  public List<Told> met() {
    List<Told> met = new ArrayList<>();
    if (appender.isDiskFull()) {
      met.add(Told.of(DamageMet.DISK_FULL));
    }
    if (appender.isFileDamaged()) {
      met.add(Told.of(DamageMet.FILE));
    }
    if (appender.isEndLost()) {
      met.add(Told.of(DamageMet.LOG));
    }
    Set<FeedId> feeds = new HashSet<>(appender.damaged());
    if (feeds.remove(self)) {
      met.add(Told.of(DamageMet.OWN_MESSAGES));
    }
    if (!feeds.isEmpty()) {
      met.add(Told.of(DamageMet.MESSAGES, Counted.first(examination.namesOf(feeds))));
    }
    return met;
  }

  private static String again(List<String> names) {
    return "What is missing of %s is fetched again, as soon as somebody who has it is connected: %s."
        .formatted(Counted.feeds(names.size()), Counted.some(names));
  }

  /// What is asked of peers from now on, and what did not have to be.
  private List<String> mended(Map<FeedId, Long> sound) {
    sound.forEach(appender::quarantine);
    Set<FeedId> right = new HashSet<>(sound.keySet());
    Set<FeedId> missing = new HashSet<>(appender.damaged());
    missing.retainAll(right);
    right.removeAll(missing);
    List<String> done = new ArrayList<>();
    if (!missing.isEmpty()) {
      done.add(again(examination.namesOf(missing)));
    }
    if (!right.isEmpty()) {
      List<String> names = examination.namesOf(right);
      done.add(
          "Messages of %s are whole; what was wrong beside them is right again: %s."
              .formatted(Counted.feeds(names.size()), Counted.some(names)));
    }
    return done;
  }

  /// Looks for damage and changes nothing.
  public Report examine(Depth depth, Progress progress) {
    return more(examination.of(depth, progress), progress);
  }

  /// The same where the file was just found to be whole as a database.
  public Report examineWhole(Depth depth, Progress progress) {
    return more(examination.of(depth, progress, List.of()), progress);
  }

  /// The same, with what is damaged beside the database.
  private Report more(Report report, Progress progress) {
    List<BlobId> broken = new ArrayList<>();
    for (BlobEntry entry : blobs.all()) {
      progress.at(report.messages(), report.messages());
      if (!blobs.isSound(entry.blob().id())) {
        broken.add(entry.blob().id());
      }
    }
    Report all = broken.isEmpty() ? report : report.finding(new Finding.BrokenBlobs(broken));
    return gate.shortfall().map(Finding.ShortOwnFeed::new).map(all::finding).orElse(all);
  }

  /// What is known to be missing, our own first, then those that lack most; empty when nothing is.
  public Optional<String> lack(Map<FeedId, Long> missing) {
    return examination.lack(missing);
  }

  /// Looks for damage and mends what can be mended while the store is open. What peers have to send
  /// again is asked of them from then on; newest messages of our own that nobody else has are saved
  /// aside and cut off, if they cannot be read back.
  public Report repair(Depth depth, Progress progress) {
    Report report = examine(depth, progress);
    List<String> done = new ArrayList<>();
    boolean isIndex = false;
    for (Finding finding : report.damage()) {
      switch (finding) {
        case Finding.BrokenFeeds(var sound, var _) -> done.addAll(mended(sound));
        case Finding.AwaitedFeeds(var sound, var names) -> done.add(again(names));
        case Finding.BrokenEarlyPosts early -> {
          appender.dropDamagedEarlyPosts();
          done.add("Damaged recent posts were taken out; they come with their history.");
        }
        case Finding.BrokenBlobs(var broken) -> {
          broken.forEach(blobs::setAsideIfDamaged);
          done.add(
              "Damaged pictures and files are now in blobs/damaged; they are fetched again, as soon"
                  + " as somebody who has them is connected.");
        }
        case Finding.StrayMessages strays ->
            done.add(
                "%d of those that belong nowhere are here again and were taken out; the others"
                        .formatted(appender.dropStrays())
                    + " stay until they are.");
        case Finding.BrokenIndex index -> isIndex = true;
        case Finding.BrokenFile file ->
            done.add("The file can only be mended while no Tidings has it open.");
        case Finding.BrokenNotes notes ->
            done.add("Nobody else knows what was noted there; it stays as it is.");
        case Finding.BrokenKey key -> done.add(KEY);
        case Finding.ShortOwnFeed own ->
            done.add(
                "Your own posts come back from friends who have them, or from a file you exported:"
                    + " tidings import.");
      }
    }
    gate.cutOffTail().map(CutTail::sentence).ifPresent(done::add);
    if (isIndex) {
      rebuild.run();
      done.add("All indexes are built again; that goes on behind.");
    }
    return report.with(done);
  }
}
