package org.tidings.replication.muxrpc;

import java.io.IOException;
import org.tidings.replication.transport.Channel;

/// Packs frames together, so that many small ones leave in one write. Nothing is sent before
/// [#flush] or a full buffer. Confined to one thread.
final class FrameWriter {
  private static final int BUFFER = 64 * 1024;

  /// So much is given to the channel at a time, that it shows when a slow peer takes something in.
  private static final int PIECE = 8 * 1024;

  private final Channel channel;
  private final Runnable tookIn;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;

  FrameWriter(Channel channel) {
    this(channel, () -> {});
  }

  /// @param tookIn runs whenever the channel has taken in something
  FrameWriter(Channel channel, Runnable tookIn) {
    this.channel = channel;
    this.tookIn = tookIn;
  }

  void write(Frame frame) throws IOException {
    byte[] body = frame.body().bytes();
    if (body.length == 0) {
      throw new IllegalArgumentException("a frame without a body would be a goodbye");
    }
    header(frame.flags(), body.length, frame.request());
    if (body.length >= BUFFER) {
      flush();
      send(body, body.length);
      return;
    }
    room(body.length);
    System.arraycopy(body, 0, buffer, filled, body.length);
    filled += body.length;
  }

  /// Nine zero bytes, sent at once.
  void goodbye() throws IOException {
    header(0, 0, 0);
    flush();
  }

  void flush() throws IOException {
    send(buffer, filled);
    filled = 0;
  }

  private void send(byte[] bytes, int length) throws IOException {
    for (int done = 0; done < length; done += PIECE) {
      channel.write(bytes, done, Math.min(PIECE, length - done));
      tookIn.run();
    }
  }

  private void header(int flags, int length, int request) throws IOException {
    room(Frame.HEADER);
    buffer[filled] = (byte) flags;
    int32(filled + 1, length);
    int32(filled + 5, request);
    filled += Frame.HEADER;
  }

  private void room(int count) throws IOException {
    if (BUFFER - filled < count) {
      flush();
    }
  }

  private void int32(int at, int value) {
    buffer[at] = (byte) (value >>> 24);
    buffer[at + 1] = (byte) (value >>> 16);
    buffer[at + 2] = (byte) (value >>> 8);
    buffer[at + 3] = (byte) value;
  }
}
