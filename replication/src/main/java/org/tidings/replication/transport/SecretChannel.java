package org.tidings.replication.transport;

import java.io.IOException;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Predicate;
import org.tidings.crypto.boxstream.BoxReader;
import org.tidings.crypto.boxstream.BoxStreamException;
import org.tidings.crypto.boxstream.BoxStreamKeys;
import org.tidings.crypto.boxstream.BoxWriter;
import org.tidings.crypto.handshake.ClientHandshake;
import org.tidings.crypto.handshake.HandshakeException;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.handshake.ServerHandshake;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;

/// A box stream over any channel, after a secret handshake told us who is at the other end. One
/// thread reads, one writes; the rest as [Channel] says.
public final class SecretChannel implements Channel {
  private static final int HELLO_BYTES = 64;
  private static final int AUTH_BYTES = 112;
  private static final int ACCEPT_BYTES = 80;
  private static final int WIRE_BUFFER = 64 * 1024;

  private final Channel channel;
  private final PublicKey remote;
  private final BoxReader reader;
  private final BoxWriter writer;
  private final byte[] arriving = new byte[WIRE_BUFFER];
  private byte[] leaving = new byte[BoxWriter.boxedLength(WIRE_BUFFER)];

  private SecretChannel(Channel channel, PublicKey remote, BoxStreamKeys keys) {
    this.channel = channel;
    this.remote = remote;
    this.reader = new BoxReader(keys);
    this.writer = new BoxWriter(keys);
  }

  /// Who we are on which network, and how long a handshake may take. Whoever dials and whoever is
  /// dialled as one peer have the same.
  ///
  /// @param letters what was said to whoever should have our own key
  public record Terms(
      NetworkKey network,
      KeyPair self,
      SecureRandom random,
      Duration patience,
      OwnLetters letters) {
    public Terms(NetworkKey network, KeyPair self, SecureRandom random, Duration patience) {
      this(network, self, random, patience, new OwnLetters());
    }

    /// The same with another key.
    Terms as(KeyPair other) {
      return new Terms(network, other, random, patience, letters);
    }

    /// The same, with at most that long a handshake.
    Terms within(Duration limit) {
      return limit.compareTo(patience) < 0
          ? new Terms(network, self, random, limit, letters)
          : this;
    }
  }

  /// Shakes hands as the one who dialled. Closes the channel when it does not come to that.
  ///
  /// @throws ConnectionFailedException saying what went wrong, as far as one can see from here
  public static SecretChannel dial(Channel channel, Terms terms, PublicKey remote)
      throws ConnectionFailedException {
    ClientHandshake handshake =
        new ClientHandshake(terms.network(), terms.self(), remote, terms.random());
    Shaking shaking = new Shaking(channel);
    try (Deadline deadline = Deadline.closing(channel, terms.patience())) {
      try {
        shaking.send(handshake.hello());
        handshake.readHello(shaking.read(HELLO_BYTES, Failure.OTHER_NETWORK));
        byte[] letter = handshake.auth();
        if (remote.equals(terms.self().publicKey())) {
          terms.letters().sends(letter);
        }
        shaking.send(letter);
        byte[] accept = shaking.read(ACCEPT_BYTES, Failure.REFUSED);
        return new SecretChannel(channel, remote, handshake.readAccept(accept));
      } catch (IOException | HandshakeException e) {
        throw shaking.failed(e, deadline);
      }
    }
  }

  /// Shakes hands as the one who was dialled. Those `authorised` does not let in see nothing but
  /// the closed connection. Closes the channel when it does not come to that.
  ///
  /// @throws ConnectionFailedException with [Failure#BLOCKED] when the caller was not let in, with
  ///     [Failure#OWN_ADDRESS] when somebody passes on to us what we say to ourselves
  public static SecretChannel accept(Channel channel, Terms terms, Predicate<PublicKey> authorised)
      throws ConnectionFailedException {
    Shaking shaking = new Shaking(channel);
    try (Deadline deadline = Deadline.closing(channel, terms.patience())) {
      try {
        byte[] hello = shaking.read(HELLO_BYTES, Failure.NOT_A_PEER);
        // Only now, since it costs a key that whoever says nothing does not need.
        ServerHandshake handshake =
            new ServerHandshake(terms.network(), terms.self(), terms.random());
        handshake.readHello(hello);
        shaking.send(handshake.hello());
        byte[] letter = shaking.read(AUTH_BYTES, Failure.NOT_A_PEER);
        PublicKey remote = handshake.readAuth(letter);
        if (terms.letters().hold(letter)) {
          throw new ConnectionFailedException(Failure.OWN_ADDRESS);
        }
        if (!authorised.test(remote)) {
          throw new ConnectionFailedException(Failure.BLOCKED);
        }
        shaking.send(handshake.accept());
        return new SecretChannel(channel, remote, handshake.keys());
      } catch (IOException | HandshakeException e) {
        throw shaking.failed(e, deadline);
      }
    }
  }

  /// The proven key of the other side.
  public PublicKey remote() {
    return remote;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = reader.read(buffer, offset, length);
      while (count == 0) {
        int came = channel.read(arriving, 0, arriving.length);
        if (came < 0) {
          return cutOff();
        }
        reader.feed(arriving, 0, came);
        count = reader.read(buffer, offset, length);
      }
      return count;
    } catch (BoxStreamException e) {
      throw new ProtocolException("box stream: " + e.getMessage());
    }
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    int boxed = BoxWriter.boxedLength(length);
    if (leaving.length < boxed) {
      leaving = new byte[boxed];
    }
    channel.write(leaving, 0, writer.box(buffer, offset, length, leaving, 0));
  }

  @Override
  public void finish() throws IOException {
    byte[] goodbye = writer.goodbye();
    channel.write(goodbye, 0, goodbye.length);
    channel.finish();
  }

  @Override
  public void close() {
    channel.close();
  }

  @Override
  public String remoteName() {
    return channel.remoteName();
  }

  private int cutOff() throws ConnectionFailedException {
    try {
      reader.end();
      return -1;
    } catch (BoxStreamException e) {
      throw new ConnectionFailedException(Failure.DROPPED, e);
    }
  }

  /// The plain side of a handshake: whole messages, and what their absence means.
  private static final class Shaking {
    private final Channel channel;

    Shaking(Channel channel) {
      this.channel = channel;
    }

    void send(byte[] message) throws IOException {
      channel.write(message, 0, message.length);
    }

    byte[] read(int length, Failure ifHungUp) throws IOException {
      byte[] message = new byte[length];
      int done = 0;
      try {
        while (done < length) {
          int count = channel.read(message, done, length - done);
          if (count < 0) {
            throw new ConnectionFailedException(done == 0 ? ifHungUp : Failure.NOT_A_PEER);
          }
          done += count;
        }
      } catch (SocketException reset) {
        throw new ConnectionFailedException(done == 0 ? ifHungUp : Failure.NOT_A_PEER, reset);
      }
      return message;
    }

    ConnectionFailedException failed(Exception cause, Deadline deadline) {
      channel.close();
      if (deadline.hasPassed()) {
        return new ConnectionFailedException(Failure.TIMEOUT, cause);
      }
      return switch (cause) {
        case ConnectionFailedException failure -> failure;
        case HandshakeException notAPeer ->
            new ConnectionFailedException(Failure.NOT_A_PEER, notAPeer);
        default -> new ConnectionFailedException(Failure.DROPPED, cause);
      };
    }
  }
}
