package org.tidings.replication.room;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.tidings.replication.muxrpc.BinaryBody;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcStream;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.ProtocolException;

/// A connection through a room: the bytes of a stream of ours with it (protocol reference, section
/// 8.8). Thread-safe as [Channel] says.
final class TunnelChannel implements Channel {
  /// Small enough for every room, and for others' calls on the same connection to get in between.
  private static final int PIECE = 16 * 1024;

  private final RpcStream stream;
  private final String name;
  private byte[] arrived = {};
  private int taken;
  private volatile boolean begun;

  /// @param name of the other end, for people
  TunnelChannel(RpcStream stream, String name) {
    this.stream = stream;
    this.name = name;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    while (taken == arrived.length) {
      Optional<byte[]> next = next();
      if (next.isEmpty()) {
        return -1;
      }
      arrived = next.get();
      taken = 0;
    }
    int count = Math.min(length, arrived.length - taken);
    System.arraycopy(arrived, taken, buffer, offset, count);
    taken += count;
    return count;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    try {
      for (int done = 0; done < length; done += PIECE) {
        int from = offset + done;
        int to = offset + Math.min(length, done + PIECE);
        stream.send(Body.binary(Arrays.copyOfRange(buffer, from, to)));
      }
    } catch (RpcError refused) {
      throw failed(refused);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  @Override
  public void finish() throws IOException {
    stream.end();
  }

  @Override
  public void close() {
    stream.close();
  }

  @Override
  public String remoteName() {
    return name;
  }

  private Optional<byte[]> next() throws IOException {
    try {
      Optional<Body> body = stream.receive();
      begun = true;
      if (body.isPresent() && !(body.get() instanceof BinaryBody)) {
        throw new ProtocolException("a tunnel carries bytes, not " + body.get());
      }
      return body.map(Body::bytes);
    } catch (RpcError refused) {
      throw failed(refused);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /// The room may refuse a tunnel before or after our first words have left.
  private ConnectionFailedException failed(RpcError refused) {
    return new ConnectionFailedException(begun ? Failure.DROPPED : Failure.ABSENT, refused);
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }
}
