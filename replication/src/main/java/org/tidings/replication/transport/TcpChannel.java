package org.tidings.replication.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A TCP connection. Small writes leave at once: a note must not wait for an acknowledgement.
/// Thread-safe as [Channel] says.
public final class TcpChannel implements Channel {
  private static final Logger log = LoggerFactory.getLogger(TcpChannel.class);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Runnable heard;

  /// Takes a connected socket over.
  public TcpChannel(Socket socket) throws IOException {
    this(socket, () -> {});
  }

  /// The same.
  ///
  /// @param heard runs each time that something came
  TcpChannel(Socket socket, Runnable heard) throws IOException {
    this.socket = socket;
    this.heard = heard;
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      heard.run();
    }
    return count;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    out.write(buffer, offset, length);
  }

  @Override
  public void finish() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("closing {}", remoteName(), e);
    }
  }

  @Override
  public String remoteName() {
    return socket.getRemoteSocketAddress() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress() + ":" + address.getPort()
        : "closed";
  }
}
