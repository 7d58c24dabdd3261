package org.tidings.replication.muxrpc;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.ProtocolException;

/// Cuts what a channel brings into frames. A length beyond the limit ends the connection before any
/// of the body is read, and a long body takes memory only as it comes, and counts as
/// [LargeBodies] until the next is read. Confined to one thread.
final class FrameReader implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final Channel channel;
  private final LargeBodies large;
  private final Runnable hangUp;
  private final LifeSigns signs;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;

  FrameReader(Channel channel) {
    this(channel, LargeBodies.OF_STRANGERS, channel::close, new LifeSigns(System.nanoTime()));
  }

  /// @param hangUp ends the connection where its body takes too much; waits for nobody
  /// @param signs where it is noted that something came
  FrameReader(Channel channel, LargeBodies large, Runnable hangUp, LifeSigns signs) {
    this.channel = channel;
    this.large = large;
    this.hangUp = hangUp;
    this.signs = signs;
  }

  /// The next frame; empty at the goodbye, which is any header without a body.
  ///
  /// @param limitOf the largest body allowed for a request number
  Optional<Frame> read(IntUnaryOperator limitOf) throws IOException {
    close();
    need(Frame.HEADER);
    int flags = buffer[position];
    int length = int32(position + 1);
    int request = int32(position + 5);
    position += Frame.HEADER;
    if (length == 0) {
      return Optional.empty();
    }
    if (length < 0 || length > limitOf.applyAsInt(request)) {
      throw new ProtocolException("a frame of " + Integer.toUnsignedString(length) + " bytes");
    }
    return Optional.of(Frame.decoded(flags, request, body(length)));
  }

  private void need(int count) throws IOException {
    if (filled - position >= count) {
      return;
    }
    System.arraycopy(buffer, position, buffer, 0, filled - position);
    filled -= position;
    position = 0;
    while (filled < count) {
      filled += more(buffer, filled, BUFFER - filled);
    }
  }

  private byte[] body(int length) throws IOException {
    byte[] body = new byte[Math.min(length, BUFFER)];
    fill(body, 0);
    if (body.length == length) {
      return body;
    }
    while (body.length < length) {
      int come = body.length;
      int next = Math.min(length, 2 * come);
      large.takes(hangUp, next);
      body = Arrays.copyOf(body, next);
      fill(body, come);
    }
    return body;
  }

  /// What was read last is taken, or no longer wanted.
  @Override
  public void close() {
    large.done(hangUp);
  }

  private void fill(byte[] body, int from) throws IOException {
    int buffered = Math.min(body.length - from, filled - position);
    System.arraycopy(buffer, position, body, from, buffered);
    position += buffered;
    int done = from + buffered;
    if (body.length - done >= BUFFER) {
      while (done < body.length) {
        done += more(body, done, body.length - done);
      }
    } else if (done < body.length) {
      int rest = body.length - done;
      need(rest);
      System.arraycopy(buffer, position, body, done, rest);
      position += rest;
    }
  }

  private int more(byte[] target, int offset, int length) throws IOException {
    signs.listens(System.nanoTime());
    int count = channel.read(target, offset, length);
    if (count < 0) {
      throw new ConnectionFailedException(Failure.DROPPED);
    }
    signs.came(System.nanoTime());
    return count;
  }

  private int int32(int at) {
    return (buffer[at] & 0xff) << 24
        | (buffer[at + 1] & 0xff) << 16
        | (buffer[at + 2] & 0xff) << 8
        | (buffer[at + 3] & 0xff);
  }
}
