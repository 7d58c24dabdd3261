package org.tidings.replication.muxrpc;

import java.util.ArrayDeque;
import java.util.Optional;

/// What came on one stream and was not received yet. Confined to the lock of its stream, but for
/// [#awaitRoomBeside].
final class Inbox {
  /// What a body takes beside its bytes: three objects and its place here. A peer may send bodies
  /// of a single byte.
  private static final int PER_BODY = 64;

  private final int most;
  private final Unread all;
  private final ArrayDeque<Body> bodies = new ArrayDeque<>();
  private int bytes;

  /// @param most in bytes of memory; a single body may be larger when nothing else waits and
  ///     somebody is there to take it
  /// @param all what is unread on all streams of the connection
  Inbox(int most, Unread all) {
    this.most = most;
    this.all = all;
  }

  boolean isEmpty() {
    return bodies.isEmpty();
  }

  boolean hasRoomFor(Body body, boolean isReceived) {
    return bytes + held(body) <= most || (bodies.isEmpty() && isReceived);
  }

  /// Waits until the other streams of the connection leave room for that body. Only the reading
  /// thread adds, so that the room stays until it has.
  void awaitRoomBeside(Body body) throws InterruptedException {
    all.awaitRoom(held(body));
  }

  void add(Body body) {
    bodies.add(body);
    changed(held(body));
  }

  Optional<Body> poll() {
    Optional<Body> next = Optional.ofNullable(bodies.poll());
    next.ifPresent(body -> changed(-held(body)));
    return next;
  }

  void clear() {
    bodies.clear();
    changed(-bytes);
  }

  private void changed(int by) {
    bytes += by;
    all.changed(by);
  }

  private static int held(Body body) {
    return PER_BODY + body.size();
  }
}
