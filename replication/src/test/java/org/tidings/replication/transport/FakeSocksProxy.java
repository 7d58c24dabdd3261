package org.tidings.replication.transport;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// A SOCKS5 proxy (RFC 1928) through which every name leads to one port of this machine.
public final class FakeSocksProxy implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int GRANTED = 0;
  private static final int DOMAIN = 3;

  private final ServerSocket server = new ServerSocket(0, 10, LOOPBACK);
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final int target;
  private volatile int reply = GRANTED;
  private volatile CountDownLatch held = new CountDownLatch(0);

  /// @param target the port
  public FakeSocksProxy(int target) throws IOException {
    this.target = target;
    Thread.ofPlatform().daemon().start(this::serve);
  }

  /// Where it is.
  public SocksProxy address() {
    return new SocksProxy(LOOPBACK.getHostAddress(), server.getLocalPort());
  }

  /// What it was asked for: `HOST:PORT`.
  public BlockingQueue<String> asked() {
    return asked;
  }

  /// Says that from now on, whatever it is asked for.
  void replies(int code) {
    reply = code;
  }

  /// Says nothing until it is let go on.
  public void hold() {
    held = new CountDownLatch(1);
  }

  /// Lets it go on.
  public void goOn() {
    held.countDown();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofPlatform().daemon().start(() -> connect(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket there = new Socket(LOOPBACK, target)) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      in.readByte();
      String methods =
          new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.ISO_8859_1);
      out.write(new byte[] {5, (byte) (methods.equals("\0") ? 0 : 2)});
      in.readNBytes(3);
      boolean named = in.readByte() == DOMAIN;
      byte[] host = in.readNBytes(named ? in.readUnsignedByte() : 4);
      int port = in.readUnsignedShort();
      asked.add(new String(host, StandardCharsets.UTF_8) + ":" + port);
      held.await();
      out.write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
      if (reply == GRANTED) {
        Thread back = Thread.ofPlatform().daemon().start(() -> copy(there, client));
        copy(client, there);
        back.join();
      }
    } catch (IOException | InterruptedException e) {
      // The client went.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of them went.
    }
  }
}
