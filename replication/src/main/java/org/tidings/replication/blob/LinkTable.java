package org.tidings.replication.blob;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.Progress;

/// The connections on which blobs are spoken of, and the programs of ours that look on, each with a
/// number of its own. Thread-safe.
final class LinkTable {
  private final Map<PeerSession, Link> links = new ConcurrentHashMap<>();
  private final Map<Long, Link> byNumber = new ConcurrentHashMap<>();
  private final Map<Long, WantFlow> programs = new ConcurrentHashMap<>();
  private final AtomicLong lastNumber = new AtomicLong();

  /// A connection, what is told of it, and the streams on which its peer listens to our wants.
  record Link(
      long number,
      FeedId peer,
      Progress progress,
      RpcConnection connection,
      List<WantFlow> flows) {}

  /// The link of that connection; `opened` is run before anybody else sees one that is new.
  Link enter(PeerSession session, RpcConnection connection, Consumer<Link> opened) {
    return links.computeIfAbsent(
        session,
        key -> {
          long number = lastNumber.incrementAndGet();
          Link link =
              new Link(
                  number,
                  session.peer(),
                  session.progress(),
                  connection,
                  new CopyOnWriteArrayList<>());
          byNumber.put(number, link);
          opened.accept(link);
          return link;
        });
  }

  /// What the link was, if it was there.
  Optional<Link> leave(PeerSession session) {
    Optional<Link> left = Optional.ofNullable(links.remove(session));
    left.ifPresent(link -> byNumber.remove(link.number()));
    return left;
  }

  Optional<Link> of(long number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /// The number of a program that listens by that flow.
  long enter(WantFlow program) {
    long number = lastNumber.incrementAndGet();
    programs.put(number, program);
    return number;
  }

  void leave(long program) {
    programs.remove(program);
  }

  /// Where what is told to that number goes.
  List<WantFlow> flows(long number) {
    return of(number)
        .map(Link::flows)
        .orElseGet(() -> Optional.ofNullable(programs.get(number)).stream().toList());
  }
}
