package org.tidings.feed.log;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.event.FeedEvent.PublishingChanged;
import org.tidings.feed.event.FeedEvents;
import org.tidings.feed.local.PeerMemory;
import org.tidings.feed.log.GateState.Held;
import org.tidings.feed.log.GateState.Open;
import org.tidings.feed.log.GateState.Reason;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.Tx;

/// Keeps our feed from forking: publishing is held while a copy, a restored key or a peer that
/// knows more of us make it possible that our feed goes on elsewhere. Changes are told as
/// `PublishingChanged`, and so is what may leave from now on.
///
/// Thread-safe. The rules are guarded by this object's monitor, which is never held while waiting
/// for the database; the note on disk is changed on the writer's thread alone.
public final class PublishingGate {

  private static final Logger logger = LoggerFactory.getLogger(PublishingGate.class);

  private final Database database;
  private final FeedLog log;
  private final LostTail tail;
  private final FeedEvents events;
  private final InstantSource clock;
  private final Acquaintances acquaintances;
  private final OwnTail newest;
  private final OwnReach reach;
  private final GateRules rules;
  private final Hearsay hearsay = new Hearsay();
  private GateState told;

  /// The gate as it was left, held if the surroundings contradict that.
  public PublishingGate(
      FeedLog log, LostTail tail, GateEvidence evidence, FeedEvents events, InstantSource clock) {
    this.database = log.database;
    this.log = log;
    this.tail = tail;
    this.events = events;
    this.clock = clock;
    this.acquaintances = evidence.acquaintances();
    this.newest = evidence.newest();
    this.reach = new OwnReach(log, evidence);
    this.rules = new GateRules(reach.hold(), clock.instant());
    boolean isCopy = rules.hold().isEmpty() && reach.isElsewhereThanNoted();
    if (isCopy) {
      rules.hold(Reason.COPIED, clock.instant());
    }
    this.told = evaluate(0, OwnTail.END); // which is read when somebody asks
    if (!database.isReadOnly()) {
      database.call(() -> isCopy ? noteCopy() : persistHold());
    }
  }

  /// What peers told may be of a later time than this copy, though not noted here.
  private boolean noteCopy() {
    return database.transaction(Durability.FULL, PeerMemory::forgetAll) && persistHold();
  }

  public GateState state() {
    return check();
  }

  /// A peer's note says how far it holds our own feed (0: nothing). Tell every note, also those
  /// that bring no news: quiet peers are what opens the gate, though only those we have an address
  /// of, or follow. Anybody may make a claim, though strangers not often.
  public void peerHolds(FeedId peer, long sequence) {
    boolean more = sequence > reach.head();
    boolean unexpected = more || !reach.hasLeft(sequence);
    boolean addressed = (unexpected || isHeld()) && acquaintances.isAddressed(peer);
    boolean known = addressed || (unexpected && acquaintances.isFollowed(peer));
    synchronized (this) {
      if (addressed && rules.hold().isPresent()) {
        rules.heard(peer, sequence, clock.instant());
      }
      rules.told(peer, sequence);
      if (unexpected) {
        hearsay.told(known, sequence, clock.instant());
      }
      if (more) {
        rules.claimed(peer, known, sequence, clock.instant());
      }
    }
    check();
  }

  /// Our key was seen in use by another program or device.
  public void keyInUseElsewhere() {
    synchronized (this) {
      rules.hold(Reason.KEY_IN_USE, clock.instant());
    }
    check();
  }

  /// The person has been shown what was found and decides to go on from here. A forked feed stays
  /// held.
  public void override() {
    synchronized (this) {
      rules.override();
    }
    check();
  }

  /// The person has been shown that newest posts of theirs cannot be read back and that nobody else
  /// has them, and decides to go on without them. What is left of them is saved aside first. Empty,
  /// and nothing is changed, unless publishing is held as [Reason#LOST].
  public Optional<CutTail> cutOffTail() {
    Optional<CutTail> cut = database.call(this::cutOffIfLost);
    check();
    return cut;
  }

  /// On the writer's thread nothing can be let out meanwhile.
  private Optional<CutTail> cutOffIfLost() {
    if (!check().equals(new Held(Reason.LOST))) {
      return Optional.empty();
    }
    newest.quarantine();
    return Optional.of(tail.cutOff(reach.owner()));
  }

  /// Lets time-bound claims lapse and opens when it is time; called every second.
  public void tick() {
    check();
  }

  /// Call before any own message up to `upto` leaves by socket, export or bundle, and let it leave
  /// only if the answer is true: it is on disk then that it has left. While publishing is held,
  /// messages that never left must stay. Cheap for what has left before.
  public boolean release(Sequence upto) {
    if (hasLeft(upto)) {
      return true;
    }
    return database.call(
        () -> {
          if (!hasLeft(upto) && check() instanceof Open) {
            // All there is goes with it, so that a peer who wants the whole feed waits once.
            reach.release(Math.max(upto.value(), reach.head()));
            events.tell(new PublishingChanged());
          }
          return hasLeft(upto);
        });
  }

  /// How many of our own messages must stay: while publishing is held, those that never left.
  public long withheld() {
    return check() instanceof Held && !database.isReadOnly() ? reach.neverLeft() : 0;
  }

  /// Whether our own messages up to `upto` may have left before, or came in from elsewhere.
  public boolean hasLeft(Sequence upto) {
    return reach.hasLeft(upto.value());
  }

  /// What is known to be missing of our own feed, or that nothing of it is here although its key
  /// was used before. Empty when neither is so, and when the person decided to go on.
  public Optional<ShortFeed> shortfall() {
    GateState state = check();
    long here = reach.head();
    long known = reach.known();
    boolean isShort = known > here || isNothingBack(here);
    return isHeld() && isShort && state instanceof Held why
        ? Optional.of(new ShortFeed(here, Math.max(known, here), why.sentence()))
        : Optional.empty();
  }

  /// Whether a key that was used before has come back, and none of its messages.
  private boolean isNothingBack(long head) {
    return head == 0 && hold().equals(Optional.of(Reason.RESTORED));
  }

  private synchronized Optional<Reason> hold() {
    return rules.hold();
  }

  /// A message of our own feed came in from elsewhere. On the writer's thread.
  void ownMessageArrived(Tx tx, Origin from, Sequence sequence) {
    synchronized (this) {
      rules.news(from, clock.instant());
    }
    reach.isElsewhere(tx, sequence.value());
  }

  /// What came in of our own feed is committed. On the writer's thread.
  void ownMessagesStored() {
    try {
      reach.bearWitness();
    } catch (StoreException failure) {
      logger.warn("the witness does not know what came in: {}", failure.sentence());
    }
    check();
  }

  /// A message with our signature contradicts our feed. On the writer's thread.
  void forked(Tx tx) {
    synchronized (this) {
      rules.hold(Reason.FORKED, clock.instant());
    }
    reach.hold(tx, Reason.FORKED);
  }

  private GateState check() {
    long soundUpTo = database.isReadOnly() ? OwnTail.END : newest.soundUpTo();
    int knownPeers = isHeld() ? knownPeers() : 0;
    GateState now;
    boolean changed;
    boolean unsaved;
    synchronized (this) {
      now = evaluate(knownPeers, soundUpTo);
      changed = !now.equals(told);
      told = now;
      unsaved = !database.isReadOnly() && !rules.hold().equals(reach.hold());
    }
    if (unsaved) {
      database.onWriter(this::tryToPersistHold);
    }
    if (soundUpTo != OwnTail.END) {
      database.onWriter(this::tryToQuarantine);
    }
    if (changed) {
      events.tell(new PublishingChanged());
    }
    return now;
  }

  /// How many peers could be heard, once those we follow were heard who hold all there is here. A
  /// friend's word that lacks something of it may be older than this folder.
  private int knownPeers() {
    long head = reach.head();
    List<FeedId> friends = holders(head).stream().filter(acquaintances::isFollowed).toList();
    synchronized (this) {
      friends.forEach(friend -> rules.heard(friend, head, clock.instant()));
    }
    // Peers may not have got what the witness saw leave, or what a salvage knows to be lost; and
    // those who hold nothing of a feed that was restored say nothing of where it ends.
    boolean isAskedOfPerson = reach.goesOnAfter(head) || isNothingBack(head);
    return isAskedOfPerson ? GateRules.NOBODY_WHO_COUNTS : acquaintances.count();
  }

  private synchronized Set<FeedId> holders(long head) {
    return rules.holders(head);
  }

  private boolean isHeld() {
    return hold().isPresent();
  }

  /// @param soundUpTo what our newest messages say that the log does not
  private GateState evaluate(int knownPeers, long soundUpTo) {
    if (database.isReadOnly()) {
      return new Held(Reason.READ_ONLY);
    }
    Optional<Reason> reason = rules.heldBy(reach.head(), knownPeers, clock.instant());
    boolean isDamaged = soundUpTo != OwnTail.END || log.isDamaged(reach.owner());
    if (isDamaged && !reason.equals(Optional.of(Reason.FORKED))) {
      return new Held(reason.isEmpty() && hasTailAlone(soundUpTo) ? Reason.LOST : Reason.DAMAGED);
    }
    return reason.<GateState>map(Held::new).orElseGet(Open::new);
  }

  /// Whether nothing says that anybody else may have a message behind our sound head.
  private boolean hasTailAlone(long soundUpTo) {
    long sound = Math.min(reach.sound(), soundUpTo);
    return hearsay.most(clock.instant()) <= sound && !reach.goesOnAfter(sound);
  }

  /// What the disk does not take now is tried again at the next check.
  private void tryToQuarantine() {
    try {
      newest.quarantine();
    } catch (StoreException failure) {
      logger.warn("what is damaged of our newest messages is not noted: {}", failure.sentence());
    }
  }

  /// The same.
  private void tryToPersistHold() {
    try {
      persistHold();
    } catch (StoreException failure) {
      logger.warn("why publishing is held is not saved yet: {}", failure.sentence());
    }
  }

  private boolean persistHold() {
    Optional<Reason> hold;
    synchronized (this) {
      hold = rules.hold();
    }
    if (hold.equals(reach.hold())) {
      return false;
    }
    reach.save(hold);
    return true;
  }
}
