package org.tidings.replication.blob;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;

/// Who wants and has which blob: [events][Event] in, [actions][Action] out. It knows no bytes, no
/// sockets, no clock, and does the same for the same events. Confined to one thread, or to a lock.
/// Protocol 7.3 and 7.4.
///
/// A want of a near peer, or of a peer of that peer, is taken for ours and passed on as one step
/// farther, a number at a time and the others in turn; what comes from farther away is only
/// answered. What a peer does not have or sends wrong is not fetched from that peer again while the
/// connection lasts, unless somebody asks for it anew or, a minute later, the peer has said anew
/// that it has it.
final class BlobState {
  private static final long FARTHEST_PASSED_ON = -2;

  /// Whoever has it answers sooner.
  static final long ANSWER_MS = 20_000;

  private final List<Action> actions = new ArrayList<>();
  private final Audience audience = new Audience(actions);
  private final WantList wants = new WantList();
  private final Pushes pushes = new Pushes();
  private final Downloads downloads = new Downloads(this::urgency);
  private long now;
  private long pausedUntil = Long.MIN_VALUE;

  /// Takes in what happened and answers what is to be done, in that order.
  ///
  /// @param nowMs any clock that never goes back, in ms; it may be below zero
  List<Action> on(Event event, long nowMs) {
    now = nowMs;
    switch (event) {
      case Event.Opened(long link, FeedId peer) -> audience.opened(link, peer);
      case Event.Closed(long link) -> closed(link);
      case Event.Listening(long link) -> listening(link);
      case Event.Watched(long link, FeedId self) -> watched(link, self);
      case Event.Heard heard -> heard(heard);
      case Event.Wished(Set<BlobId> asked, Set<BlobId> named) -> ask(wants.wish(asked, named));
      case Event.Asked(BlobId blob) -> asked(blob);
      case Event.Pushing(BlobId blob) -> pushing(blob);
      case Event.Stored(BlobId blob, long size) -> stored(blob, size);
      case Event.Failed(long link, BlobId blob, Event.Fault fault) -> failed(link, blob, fault);
      case Event.Tick(Map<BlobId, Long> received) -> tick(received);
    }
    if (event instanceof Event.Heard heard) {
      fetch(heard.told().keySet());
    } else {
      fetch();
    }
    List<Action> answer = List.copyOf(actions);
    actions.clear();
    return answer;
  }

  /// How it stands with a blob that is not here.
  BlobStatus status(BlobId blob, long nowMs) {
    Optional<Want> wanted = wants.of(blob).filter(Want::isOurs);
    Optional<BlobStatus> coming =
        downloads.claimOf(blob).map(size -> new BlobStatus.Coming(0, size));
    return coming
        .or(() -> wanted.map(want -> status(want, nowMs)))
        .orElseGet(BlobStatus.NotWanted::new);
  }

  private BlobStatus status(Want want, long nowMs) {
    OptionalLong refused = want.refusedSize();
    if (refused.isPresent()) {
      return new BlobStatus.TooLarge(refused.getAsLong());
    }
    if (nowMs < pausedUntil) {
      return new BlobStatus.NoRoom();
    }
    int peers = audience.listening();
    boolean inVain = peers > 0 && nowMs - want.toldMs >= ANSWER_MS;
    return inVain && !want.isWaitingForItsTurn(nowMs)
        ? new BlobStatus.NobodyHasIt(peers)
        : new BlobStatus.Asking(peers);
  }

  private void closed(long link) {
    audience.closed(link);
    downloads.endAll(link);
    wants.forget(link);
  }

  private void listening(long link) {
    tellAll(link);
    wants.blobs().forEach(this::told);
  }

  private void watched(long link, FeedId self) {
    audience.watches(link, self);
    tellAll(link);
  }

  private void tellAll(long link) {
    Set<BlobId> all = new LinkedHashSet<>(wants.blobs());
    all.addAll(pushes.blobs());
    audience.listens(link, all, this::telling);
  }

  /// Who wants a blob is told that we want it too: it may have it and only push it.
  private Optional<Long> telling(FeedId peer, BlobId blob) {
    return wants.of(blob).map(Want::distance).or(() -> pushes.tellingOf(peer, blob));
  }

  private void told(BlobId blob) {
    wants.of(blob).ifPresent(want -> want.toldMs = now);
  }

  private void ask(Set<BlobId> fresh) {
    fresh.forEach(this::told);
    audience.tellAll(fresh, this::telling);
  }

  private void heard(Event.Heard heard) {
    if (audience.peer(heard.link()).isEmpty()) {
      return; // what is still read of a connection that is put away
    }
    Map<BlobId, Long> answers = new LinkedHashMap<>();
    heard
        .told()
        .forEach(
            (blob, value) -> {
              if (value > 0) {
                claimed(blob, new Want.Claim(heard.link(), value, heard.near()));
              } else if (heard.held().containsKey(blob)) {
                answers.put(blob, heard.held().get(blob));
              } else if (value < 0) {
                wanted(heard, blob, value);
              }
            });
    audience.tell(heard.link(), answers);
  }

  private void claimed(BlobId blob, Want.Claim claim) {
    wants.of(blob).ifPresent(want -> want.claimed(claim, now));
    // Strangers can say so under any number of names, and nobody would have it.
    if (claim.near()
        && audience.peer(claim.link()).filter(peer -> pushes.isDoneWith(peer, blob)).isPresent()) {
      actions.add(new Action.Pushed(blob));
    }
  }

  private void wanted(Event.Heard heard, BlobId blob, long distance) {
    audience.wants(heard.link(), blob);
    if (distance >= FARTHEST_PASSED_ON
        && heard.near()
        && wants.forward(heard.link(), blob, distance, now)) {
      ask(Set.of(blob));
    }
  }

  private void asked(BlobId blob) {
    wants.ask(blob).begin();
    ask(Set.of(blob));
  }

  private void pushing(BlobId blob) {
    if (pushes.begin(blob)) {
      audience.tellAll(Set.of(blob), this::telling);
    }
  }

  private void stored(BlobId blob, long size) {
    if (wants.remove(blob).filter(want -> want.asked).isPresent()) {
      actions.add(new Action.Fulfilled(blob));
    }
    if (downloads.end(blob)) {
      actions.add(new Action.Cancel(blob));
    }
    audience.answer(blob, size);
  }

  private void failed(long link, BlobId blob, Event.Fault fault) {
    if (!downloads.end(blob, link)) {
      return;
    }
    switch (fault) {
      case PEER -> wants.of(blob).ifPresent(want -> want.shun(link));
      case BEGINNING -> {}
      case DISK -> pausedUntil = now + Want.PAUSE_MS;
    }
  }

  private void tick(Map<BlobId, Long> received) {
    ask(wants.forwardWaiting(now));
    downloads
        .stalled(received, now)
        .forEach(
            (blob, link) -> {
              actions.add(new Action.Cancel(blob));
              wants.of(blob).ifPresent(want -> want.shun(link, now + Want.PAUSE_MS));
            });
  }

  private void fetch() {
    if (now >= pausedUntil) {
      wants.byUrgency(this::fetch);
    }
  }

  /// The same, where only of these somebody may have said to have them: a peer may say that of one
  /// after the other as fast as it likes, and all that we want are many.
  private void fetch(Set<BlobId> told) {
    if (now >= pausedUntil) {
      told.stream()
          .flatMap(blob -> wants.of(blob).map(want -> Map.entry(blob, want)).stream())
          .sorted(Comparator.comparing(entry -> entry.getValue().urgency()))
          .forEach(entry -> fetch(entry.getKey(), entry.getValue()));
    }
  }

  /// Where there is no place left, one that is worth less ends.
  private void fetch(BlobId blob, Want want) {
    if (!want.isClaimed()) {
      return; // most of them, and this is asked at each event
    }
    Optional<Want.Claim> free =
        downloads.isFull() || downloads.has(blob)
            ? Optional.empty()
            : want.best(now, downloads::isFreeFor, downloads.order());
    if (free.isPresent()) {
      begin(blob, free.get());
    } else if (downloads.someMakeRoomFor(want.urgency())) {
      want.best(now, claim -> downloads.inTheWay(blob, claim, now).isPresent(), downloads.order())
          .ifPresent(claim -> replace(blob, claim));
    }
  }

  private void replace(BlobId blob, Want.Claim claim) {
    BlobId other = downloads.inTheWay(blob, claim, now).orElseThrow();
    downloads.putOut(other, now);
    actions.add(new Action.Cancel(other));
    begin(blob, claim);
  }

  private void begin(BlobId blob, Want.Claim claim) {
    downloads.begin(blob, claim, now);
    actions.add(new Action.Fetch(claim.link(), blob, claim.size()));
  }

  private Want.Urgency urgency(BlobId blob) {
    return wants.of(blob).map(Want::urgency).orElse(Want.Urgency.OF_OTHERS);
  }
}
