package org.tidings.replication.ebt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.feed.log.Origin;
import org.tidings.feed.log.StoredMessage;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.message.Verdict;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.StoreException;
import org.tidings.replication.ebt.StreamItem.Junk;
import org.tidings.replication.ebt.StreamItem.MessageItem;
import org.tidings.replication.ebt.StreamItem.NotesItem;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.JsonBody;
import org.tidings.replication.muxrpc.Pace;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.RefusedFeed;

/// One EBT stream: reads on the thread that runs it, writes on another, so that a peer that does
/// not read never keeps us from reading. Holds one page of messages at most, whatever the peer asks
/// for; what a stranger asks for once more goes out at the [Pace] for strangers. What has come when
/// the connection breaks is taken all the same, or it would come twice.
final class EbtSession {
  private static final Logger log = LoggerFactory.getLogger(EbtSession.class);
  private static final int JUNK_LIMIT = 100;

  /// More than the whole clock of any honest peer.
  private static final int NOTES_AT_FULL_SPEED = 100_000;

  /// More than is under way when we tell an honest peer to stop.
  private static final int NEEDLESS_AT_FULL_SPEED = 5_000;

  /// Messages of ours that we have nobody sends who has heard how far we are. Each is verified all
  /// the same, as it may show that our feed has forked; so whoever goes on with them waits.
  private static final int OURS_AT_FULL_SPEED = 100;

  private static final Duration AFTER_OURS = Duration.ofMillis(10);

  private static final int NO_MORE = -1;

  private final Ebt ebt;
  private final PeerSession session;
  private final RpcStream stream;
  private final boolean speaksFirst;
  private final Runnable heard;
  private final Semaphore wakes = new Semaphore(1);
  private int junk;
  private long notesHeard;
  private int needless;
  private int oursAgain;
  private volatile boolean restless = true;
  private volatile boolean hasNotes;

  /// What was last told to people of what is still to come. Confined to whoever reports.
  private long missing;

  /// The connection has ended while we read, or waited for room to store.
  private boolean interrupted;

  /// @param speaksFirst whether the peer called: the side that did waits for the other
  /// @param heard told when the peer has sent its first notes, and later ones too
  EbtSession(Ebt ebt, PeerSession session, RpcStream stream, boolean speaksFirst, Runnable heard) {
    this.ebt = ebt;
    this.session = session;
    this.stream = stream;
    this.speaksFirst = speaksFirst;
    this.heard = heard;
  }

  FeedId peer() {
    return session.peer();
  }

  /// The connection it runs on.
  PeerSession session() {
    return session;
  }

  /// Whether it is on us to speak first.
  boolean speaksFirst() {
    return speaksFirst;
  }

  /// Runs the stream to its end.
  void run() throws IOException, InterruptedException {
    Thread writer = stream.startBeside("ebt", this::write);
    try {
      for (int excess = takeNext(); excess != NO_MORE; excess = takeNext()) {
        if (excess > 0) {
          Pace.after(excess);
        }
      }
    } finally {
      writer.interrupt();
    }
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  /// Takes in what comes next. Answers how many bytes that was where the peer says more than it
  /// needs to, and is to be heard slowly; else 0, or [#NO_MORE].
  private int takeNext() throws IOException, InterruptedException {
    Optional<Body> body = next();
    if (body.isEmpty()) {
      return NO_MORE;
    }
    return take(body.get()) ? 0 : body.get().size();
  }

  private Optional<Body> next() throws IOException {
    if (!interrupted) {
      try {
        return stream.receive();
      } catch (InterruptedException ended) {
        interrupted = true;
      }
    }
    return stream.left();
  }

  /// There is something to send.
  void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  /// Ends the stream with an error for the peer.
  void fail(String reason) {
    try {
      stream.fail(new RpcError(reason));
    } catch (IOException e) {
      log.debug("EBT with {} had ended: {}", peer(), e.getMessage());
    }
  }

  /// Ends the stream.
  void close() {
    stream.close();
  }

  /// Tells people how much is still to come, if that may have changed, once the peer has said so:
  /// as something may that does not come.
  void report() {
    if (restless || missing > 0) {
      restless = false;
      boolean begun = hasNotes;
      missing = ebt.missing(peer());
      session.progress().missing(missing);
      if (begun) {
        session.progress().begun();
      }
    }
  }

  /// Tells whether the peer may go on at full speed.
  private boolean take(Body body) throws InterruptedException {
    restless = true;
    StreamItem item =
        body instanceof JsonBody json ? StreamItem.read(json.bytes()) : new Junk("no JSON");
    return switch (item) {
      case NotesItem(Map<FeedId, Note> notes) -> {
        heard.run();
        ebt.notesHeard(this, notes);
        hasNotes = true;
        restless = true;
        notesHeard += notes.size();
        yield notesHeard <= NOTES_AT_FULL_SPEED;
      }
      case MessageItem message ->
          take(message, body.bytes()) || ++needless <= NEEDLESS_AT_FULL_SPEED;
      case Junk(String reason) -> {
        if (++junk > JUNK_LIMIT) {
          log.info("EBT with {} ends, too much is {}", peer(), reason);
          stream.cut("these are neither notes nor messages");
        }
        yield false;
      }
    };
  }

  /// Hands the message on to be verified, if it is one we wait for; tells whether it is.
  private boolean take(MessageItem message, byte[] value) throws InterruptedException {
    session.progress().received();
    FeedId feed = message.author();
    if (ebt.isOurs(feed)) {
      session.progress().holdsOurs(message.sequence());
    }
    List<Action> actions = ebt.on(this, new Event.MessageHeard(peer(), feed, message.sequence()));
    boolean taken = actions.stream().anyMatch(Action.Take.class::isInstance);
    if (taken) {
      boolean offered = false;
      try {
        offer(feed, value);
        offered = true;
      } finally {
        if (!offered) {
          ebt.judged(this, feed, new Event.Dropped(feed, message.sequence()));
        }
      }
      if (ebt.isOursAgain(feed, message.sequence()) && ++oursAgain > OURS_AT_FULL_SPEED) {
        Thread.sleep(AFTER_OURS);
      }
    }
    return taken;
  }

  /// Waits for room, even when the connection ends meanwhile; but not when it is ended twice.
  private void offer(FeedId feed, byte[] value) throws InterruptedException {
    Origin from = new Origin.FromPeer(peer());
    try {
      ebt.offer(value, from, verdict -> judged(feed, verdict));
    } catch (InterruptedException ended) {
      if (interrupted) {
        throw ended;
      }
      interrupted = true;
      ebt.offer(value, from, verdict -> judged(feed, verdict));
    }
  }

  private void judged(FeedId feed, Verdict verdict) {
    switch (verdict) {
      case Verdict.Accepted accepted -> {
        restless = true;
        session.progress().good();
      }
      case Verdict.Duplicate duplicate -> {}
      case Verdict.Gap gap -> ebt.judged(this, feed, new Event.Missed(peer(), feed));
      // While it is dropped nothing is taken of it, and it may be wanted again right after.
      case Verdict.Unwanted unwanted -> ebt.judged(this, feed, new Event.Unstored(feed));
      case Verdict.Unstored unstored -> ebt.judged(this, feed, new Event.Unstored(feed));
      case Verdict.Forked forked -> refuse(RefusedFeed.of(feed, forked));
      case Verdict.Refused refused -> refuse(RefusedFeed.of(feed, refused));
    }
  }

  private void refuse(RefusedFeed refused) {
    boolean isOver = session.refuse(refused);
    ebt.judged(this, refused.feed(), new Event.Refused(peer(), refused.feed()));
    if (isOver) {
      stream.cut("nothing but messages that are not to be taken");
    }
  }

  private void write() {
    try {
      while (stream.isOpen()) {
        wakes.acquire();
        wakes.drainPermits();
        while (sendNext()) {
          restless = true;
        }
      }
    } catch (IOException e) {
      log.debug("EBT with {} is not written to any more: {}", peer(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StoreException e) {
      log.warn("EBT with {} ends: {}", peer(), e.getMessage());
      fail("cannot read the log");
    }
  }

  private boolean sendNext() throws IOException, InterruptedException {
    boolean sent = false;
    for (Action action : ebt.on(this, new Event.Writable(peer()))) {
      switch (action) {
        case Action.SendNotes(FeedId to, Map<FeedId, Note> notes) -> {
          stream.send(Body.rawJson(json(notes)));
          sent = true;
        }
        case Action.SendMessages page -> {
          send(page);
          sent = true;
        }
        default -> {}
      }
    }
    return sent;
  }

  private void send(Action.SendMessages page) throws IOException, InterruptedException {
    int count = (int) (page.upTo() - page.after());
    long sent = page.after();
    int bytes = 0;
    for (StoredMessage message : ebt.page(page.feed(), new Sequence(sent + 1), count)) {
      if (!ebt.mayLeave(message, this)) {
        break;
      }
      stream.send(Body.rawJson(message.wire()));
      ebt.sent(message, this);
      sent = message.sequence().value();
      bytes += message.wire().length;
    }
    if (sent < page.upTo()) {
      ebt.on(this, new Event.Unsent(peer(), page.feed(), sent));
    }
    if (bytes > 0 && isAgain(page) && !ebt.isInReach(peer())) {
      Pace.after(bytes);
    }
  }

  /// Whether the peer may have had it on this connection already: a stranger could ask for the same
  /// without end, also on one stream after the other.
  private boolean isAgain(Action.SendMessages page) {
    return page.again() || session.spoken().ebtEnded().getCount() == 0;
  }

  private static byte[] json(Map<FeedId, Note> notes) {
    StringBuilder json = new StringBuilder(2 + notes.size() * 60).append('{');
    notes.forEach(
        (feed, note) ->
            json.append(json.length() == 1 ? "\"" : ",\"")
                .append(feed)
                .append("\":")
                .append(note.encode()));
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }
}
