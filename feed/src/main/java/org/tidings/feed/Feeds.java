package org.tidings.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.tidings.feed.activity.Activity;
import org.tidings.feed.activity.Links;
import org.tidings.feed.blob.BlobQuota;
import org.tidings.feed.blob.BlobStore;
import org.tidings.feed.blob.SealedBlobs;
import org.tidings.feed.channel.Channels;
import org.tidings.feed.conversation.Conversations;
import org.tidings.feed.conversation.Opened;
import org.tidings.feed.conversation.SecondReader;
import org.tidings.feed.doctor.Doctor;
import org.tidings.feed.doctor.Examination;
import org.tidings.feed.doctor.Folders;
import org.tidings.feed.doctor.Replay;
import org.tidings.feed.doctor.Salvage;
import org.tidings.feed.doctor.Scrub;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.graph.SocialGraph;
import org.tidings.feed.index.EarlyPosts;
import org.tidings.feed.index.IndexProgress;
import org.tidings.feed.index.IndexRunner;
import org.tidings.feed.index.LatestFollows;
import org.tidings.feed.index.OwnContacts;
import org.tidings.feed.index.Profiles;
import org.tidings.feed.index.Reactions;
import org.tidings.feed.index.Reading;
import org.tidings.feed.index.Suggestions;
import org.tidings.feed.index.Threads;
import org.tidings.feed.index.Timeline;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.local.BlobList;
import org.tidings.feed.local.Bookmarks;
import org.tidings.feed.local.Copies;
import org.tidings.feed.local.Drafts;
import org.tidings.feed.local.FileMark;
import org.tidings.feed.local.ForkProofs;
import org.tidings.feed.local.GateNote;
import org.tidings.feed.local.HiddenWords;
import org.tidings.feed.local.Invites;
import org.tidings.feed.local.LocalSchema;
import org.tidings.feed.local.Mutes;
import org.tidings.feed.local.Outbox;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.local.Petnames;
import org.tidings.feed.local.ReadMarks;
import org.tidings.feed.local.SeenMarks;
import org.tidings.feed.local.Strangers;
import org.tidings.feed.local.Witness;
import org.tidings.feed.log.Acquaintances;
import org.tidings.feed.log.Appender;
import org.tidings.feed.log.EarlyMessages;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.FeedRemoval;
import org.tidings.feed.log.GateEvidence;
import org.tidings.feed.log.Ingest;
import org.tidings.feed.log.LogLoss;
import org.tidings.feed.log.LostTail;
import org.tidings.feed.log.OwnTail;
import org.tidings.feed.log.Publisher;
import org.tidings.feed.log.PublishingGate;
import org.tidings.feed.log.SigningKey;
import org.tidings.feed.message.MessageVerifier;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.search.Search;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.FeedNumbers;
import org.tidings.feed.store.Migrations;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;
import org.tidings.feed.upkeep.Behind;
import org.tidings.feed.upkeep.Storage;

/// The front door: opens a data folder and hands out the small services that work on it.
/// Thread-safe. One process at a time owns a folder; seeing to that is the caller's.
public final class Feeds implements AutoCloseable {

  private static final List<Migrations> PARTS = List.of(Migrations.STORE, LocalSchema.MIGRATIONS);

  final Database database;
  private final Identity identity;
  private final FeedEvents events;
  private final FeedNumbers numbers = new FeedNumbers();
  private final FeedLog log;
  private final SocialGraph graph;
  private final Reading reading;
  private final PeerMemory peerMemory;
  private final Copies copies;
  private final Appender appender;
  private final PublishingGate gate;
  private final EarlyMessages early;
  private final Publisher publisher;
  private final Ingest ingest;
  private final GateClock gateClock;
  private final Behind behind;
  private final BlobStore blobs;
  private final SealedBlobs sealedBlobs;
  private final InstantSource clock;
  private final Doctor doctor;

  private Feeds(
      FeedsSettings settings,
      Database database,
      Identity identity,
      Clocks clocks,
      SecureRandom random) {
    this.database = database;
    this.identity = identity;
    this.clock = clocks.wall();
    numbers.load(database);
    graph = new SocialGraph(identity.id(), settings.bounds().hops());
    Unboxer unboxer = new Unboxer(identity.keys());
    // Nothing asks the indexes or the graph before they are waited for.
    Meanwhile<IndexRunner> opening =
        Meanwhile.start(
            "feed-indexes",
            () -> {
              var runner = new IndexRunner(graph, unboxer, IndexList.of(numbers, graph));
              runner.open(database);
              return runner;
            });
    log = new FeedLog(database, numbers, identity.id());
    peerMemory = new PeerMemory(database, numbers);
    FeedId self = identity.id();
    copies = new Copies(database, numbers, self, () -> log.headSequence(self), clock);
    events = new FeedEvents();
    blobs = openBlobs(settings);
    sealedBlobs = new SealedBlobs(blobs, random);
    IndexRunner indexes = opening.get();
    graph.keepOnly(database.read(numbers::kept));
    appender = new Appender(log, indexes, new ForkProofs(numbers), events, clock);
    reading = new Reading(database, numbers, graph, appender::quarantineSoon);
    MessageVerifier verifier = new MessageVerifier(settings.hmacKey());
    LostTail tail = new LostTail(log, appender, settings.folder(), clock);
    gate = new PublishingGate(log, tail, evidence(settings, verifier), events, clocks.steady());
    SigningKey key = new SigningKey(identity.keys(), settings.hmacKey());
    publisher = new Publisher(log, appender, gate, key, new Publisher.Sealing(clock, random));
    ingest = new Ingest(appender, graph, gate, events, verifier::check);
    early = new EarlyMessages(log, appender, graph, events, verifier);
    SecondReader secondReader = new SecondReader(database, appender, unboxer, events);
    FeedRemoval removal = new FeedRemoval(log, appender, indexes, events);
    Scrub scrub = new Scrub(database, numbers, appender);
    behind =
        new Behind(reading, events, indexes, removal, List.of(secondReader::step, scrub::step));
    Replay.Kit kit = new Replay.Kit(graph, unboxer, IndexList::of);
    doctor =
        new Doctor(
            identity.id(),
            new Examination(database, settings.folder(), kit, this::nameOf),
            appender,
            gate,
            blobs,
            behind::rebuildFromNothing);
    gateClock =
        new GateClock(
            gate::tick,
            () -> {
              scrub.want();
              behind.call();
            });
  }

  private String nameOf(FeedId feed) {
    return feed.equals(identity.id()) ? "your own" : profiles().byline(feed).name();
  }

  private BlobStore openBlobs(FeedsSettings settings) {
    Path folder = settings.folder().resolve("blobs");
    BlobQuota quota = new BlobQuota(settings.bounds().blobBytes(), blob -> links().isDear(blob));
    Consumer<BlobId> stored = blob -> events.tell(new FeedEvent.BlobStored(blob));
    return database.isReadOnly()
        ? BlobStore.openToRead(folder, quota, clock, stored)
        : BlobStore.open(folder, quota, clock, stored);
  }

  private GateEvidence evidence(FeedsSettings settings, MessageVerifier verifier) {
    GateNote note = database.read(GateNote::read).orElseThrow();
    return new GateEvidence(
        note,
        new Witness(settings.stateFolder(), identity.id()),
        database.isReadOnly() ? note.mark() : FileMark.of(settings.folder().resolve(Database.FILE)),
        new Acquaintances(peerMemory::known, graph),
        new OwnTail(log, appender, verifier, identity.id()));
  }

  /// Opens the folder, creating it, the key and the database where they are missing.
  ///
  /// @throws StoreException with a sentence for people when the folder cannot be used
  public static Feeds open(FeedsSettings settings, InstantSource clock, SecureRandom random) {
    return open(settings, Clocks.of(clock), random);
  }

  static Feeds open(FeedsSettings settings, Clocks clocks, SecureRandom random) {
    Path folder = settings.folder();
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new StoreException(
          Kind.READ_ONLY, "The folder " + folder + " cannot be made.", failure);
    }
    Salvage.finish(folder);
    Meanwhile<IdentityFolder> secret =
        Meanwhile.start("feed-secret", () -> IdentityFolder.look(settings));
    if (!Files.exists(folder.resolve(Database.FILE))) {
      secret.get(); // nothing is made beside a key that cannot be read
    }
    Folders.sweep(folder);
    return of(settings, Database.open(folder, PARTS), secret, clocks, random);
  }

  /// Opens a folder in which nothing can be written, as it is: what would change anything fails,
  /// publishing is held, and nobody else may have it open to write meanwhile.
  ///
  /// @throws StoreException with a sentence for people when it cannot be read
  public static Feeds openToRead(FeedsSettings settings, InstantSource clock, SecureRandom random) {
    Path folder = settings.folder();
    Meanwhile<IdentityFolder> secret =
        Meanwhile.start("feed-secret", () -> IdentityFolder.look(settings));
    return of(settings, Database.openToRead(folder, PARTS), secret, Clocks.of(clock), random);
  }

  private static Feeds of(
      FeedsSettings settings,
      Database database,
      Meanwhile<IdentityFolder> secret,
      Clocks clocks,
      SecureRandom random) {
    try {
      Identity identity = secret.get().settle(database, random);
      LogLoss.note(database);
      return new Feeds(settings, database, identity, clocks, random);
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException odd) {
      // Rows that nobody can have written.
      database.close();
      throw new StoreException(Kind.DAMAGED, "The database file is damaged.", odd);
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  /// Whether nothing can be written.
  public boolean isReadOnly() {
    return database.isReadOnly();
  }

  /// Runs `check` on each thread that is about to wait for the database, as the one that draws the
  /// window must not: what it throws is thrown there.
  public void beforeWaiting(Runnable check) {
    database.beforeWaiting(check);
  }

  public Identity identity() {
    return identity;
  }

  public FeedLog log() {
    return log;
  }

  public Ingest ingest() {
    return ingest;
  }

  public Publisher publisher() {
    return publisher;
  }

  public PublishingGate gate() {
    return gate;
  }

  public SocialGraph graph() {
    return graph;
  }

  /// Fetches feeds up to that far from now on; what is here of others stays. Waits for it.
  public void fetchWithin(int hops) {
    appender.change(
        tx -> {
          graph.wantWithin(hops);
          return hops;
        });
  }

  public Timeline timeline() {
    return new Timeline(reading);
  }

  public Threads threads() {
    return new Threads(reading);
  }

  public Profiles profiles() {
    return new Profiles(reading);
  }

  public OwnContacts ownContacts() {
    return new OwnContacts(reading);
  }

  public Suggestions suggestions() {
    return new Suggestions(reading);
  }

  public LatestFollows latestFollows() {
    return new LatestFollows(reading);
  }

  public Reactions reactions() {
    return new Reactions(reading);
  }

  public Channels channels() {
    return new Channels(reading);
  }

  public Activity activity() {
    return new Activity(reading);
  }

  public Links links() {
    return new Links(reading);
  }

  public Conversations conversations() {
    return new Conversations(reading);
  }

  public Opened opened() {
    return new Opened(reading);
  }

  public Search search() {
    return new Search(reading);
  }

  public BlobStore blobs() {
    return blobs;
  }

  /// The same blobs, as links name them: opened with the key that the link gives.
  public SealedBlobs sealedBlobs() {
    return sealedBlobs;
  }

  /// What somebody asked for by name and is not here yet.
  public BlobList wantedBlobs() {
    return new BlobList(database, clock, BlobList.Kind.WANT);
  }

  /// What peers are asked to take.
  public BlobList pushedBlobs() {
    return new BlobList(database, clock, BlobList.Kind.PUSH);
  }

  public Storage storage() {
    return behind.storage();
  }

  /// The indexes that are behind the log, and whether what is asked of them is complete meanwhile.
  public List<IndexProgress> indexing() {
    return behind.indexing();
  }

  /// The names of the indexes that can be built again.
  public List<String> indexNames() {
    return behind.names();
  }

  /// Builds every index again from the log, beside those in use.
  public void rebuildIndexes() {
    behind.rebuild("");
  }

  /// Builds the index of this name again.
  public void rebuildIndex(String name) {
    behind.rebuild(name);
  }

  public Drafts drafts() {
    return new Drafts(database, clock);
  }

  public PeerMemory peerMemory() {
    return peerMemory;
  }

  public Copies copies() {
    return copies;
  }

  public Outbox outbox() {
    return new Outbox(database, clock);
  }

  /// Takes in newest posts of feeds whose history is still arriving.
  public EarlyMessages early() {
    return early;
  }

  /// Shows them.
  public EarlyPosts earlyPosts() {
    return new EarlyPosts(reading, clock);
  }

  public Bookmarks bookmarks() {
    return new Bookmarks(database);
  }

  public Invites invites() {
    return new Invites(database, clock);
  }

  public Petnames petnames() {
    return new Petnames(database, numbers, events);
  }

  public Mutes mutes() {
    return new Mutes(database, numbers, events);
  }

  public HiddenWords hiddenWords() {
    return new HiddenWords(database, events);
  }

  /// Who connected though we do not follow them.
  public Strangers strangers() {
    return new Strangers(database, graph);
  }

  public SeenMarks seenMarks() {
    return new SeenMarks(database);
  }

  public ReadMarks readMarks() {
    return new ReadMarks(database);
  }

  public Doctor doctor() {
    return doctor;
  }

  public FeedEvents events() {
    return events;
  }

  /// Finishes what was accepted, closes the database and forgets the keys. May be called again.
  @Override
  public void close() {
    gateClock.close();
    behind.close();
    ingest.close();
    database.close();
    events.close();
    identity.keys().destroy();
  }
}
