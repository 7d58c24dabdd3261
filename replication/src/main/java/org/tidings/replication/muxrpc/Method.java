package org.tidings.replication.muxrpc;

import java.util.List;

/// What can be called: its name, its shape and the largest body a frame of it may carry. The same
/// value opens a call and declares a [Procedure], so that both ends agree.
///
/// @param name the parts of the name, `ebt.replicate` being `["ebt", "replicate"]`
/// @param bodyLimit the largest body in bytes the other side may send on such a call
/// @param openLimit how many of such calls a peer may have open at once, counted apart from all
///     others; 0 where they count with the rest
/// @param isTunnel whether its streams carry connections of others, who are not to suffer from each
///     other: one that is not received for long ends by itself, and does not hold up the rest
/// @param isInOrder whether such calls of one caller begin one after the other, each when the one
///     before was answered, or its handler has said that it has [begun][RpcStream#begun]: what one
///     has happen is not missed by a stream that was opened before it
public record Method(
    List<String> name,
    CallType type,
    int bodyLimit,
    int openLimit,
    boolean isTunnel,
    boolean isInOrder) {
  /// One mebibyte: what any frame may carry unless its method says otherwise.
  public static final int USUAL_BODY_LIMIT = 1 << 20;

  public Method {
    name = List.copyOf(name);
    if (name.isEmpty() || bodyLimit < 1) {
      throw new IllegalArgumentException("a method has a name and room for a body");
    }
  }

  /// A call with one answer, from a dotted name.
  public static Method async(String dotted) {
    return of(dotted, CallType.ASYNC);
  }

  /// A stream to the caller, from a dotted name.
  public static Method source(String dotted) {
    return of(dotted, CallType.SOURCE);
  }

  /// A stream from the caller, from a dotted name.
  public static Method sink(String dotted) {
    return of(dotted, CallType.SINK);
  }

  /// Streams both ways, from a dotted name.
  public static Method duplex(String dotted) {
    return of(dotted, CallType.DUPLEX);
  }

  /// The same method with frames of up to that many bytes.
  public Method withBodiesUpTo(int bytes) {
    return new Method(name, type, bytes, openLimit, isTunnel, isInOrder);
  }

  /// The same method, of which a peer may have that many calls open.
  public Method withOpenUpTo(int calls) {
    return new Method(name, type, bodyLimit, calls, isTunnel, isInOrder);
  }

  /// The same method, of which each stream carries a connection of somebody else.
  public Method asTunnel() {
    return new Method(name, type, bodyLimit, openLimit, true, isInOrder);
  }

  /// The same method, the calls of which begin in the order in which they are made.
  public Method inOrder() {
    return new Method(name, type, bodyLimit, openLimit, isTunnel, true);
  }

  /// The name as JavaScript prints an array: parts joined by commas.
  public String joined() {
    return String.join(",", name);
  }

  @Override
  public String toString() {
    return String.join(".", name);
  }

  private static Method of(String dotted, CallType type) {
    return new Method(List.of(dotted.split("\\.", -1)), type, USUAL_BODY_LIMIT, 0, false, false);
  }
}
