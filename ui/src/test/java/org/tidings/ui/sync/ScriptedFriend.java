package org.tidings.ui.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.Frame;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.TcpChannel;

/// Somebody who says over a real connection to have messages, and sends as many of them as a test
/// wants. Confined to the test's thread.
public final class ScriptedFriend implements AutoCloseable {
  private static final String REPLICATE =
      "{\"name\":[\"ebt\",\"replicate\"],\"args\":[{\"version\":3,\"format\":\"classic\"}],"
          + "\"type\":\"duplex\"}";

  private final ScriptedPeer peer;

  /// Calls the one at `address`, who waits for what is to be said.
  public ScriptedFriend(SomeFeed who, NetAddress address) throws IOException {
    InetAddress host = InetAddress.ofLiteral(address.host());
    TcpChannel wire = new TcpChannel(new Socket(host, address.port()));
    var terms =
        new SecretChannel.Terms(
            NetworkKey.MAIN, who.keys(), new SecureRandom(), Duration.ofSeconds(10));
    peer = new ScriptedPeer(SecretChannel.dial(wire, terms, address.key()));
    peer.streams(1, REPLICATE);
  }

  /// Says to have so many messages of each of these feeds.
  public ScriptedFriend claims(Map<FeedId, Integer> sequences) throws IOException {
    StringBuilder notes = new StringBuilder();
    sequences.forEach(
        (feed, sequence) ->
            notes.append(notes.isEmpty() ? "{" : ",").append("\"" + feed + "\":" + 2 * sequence));
    return sends(notes.append('}').toString().getBytes(UTF_8));
  }

  /// Sends all that this feed has so far.
  public ScriptedFriend sends(SomeFeed feed) throws IOException {
    for (byte[] value : feed.values()) {
      sends(value);
    }
    return this;
  }

  private ScriptedFriend sends(byte[] json) throws IOException {
    peer.sends(new Frame(1, true, false, Body.rawJson(json)));
    return this;
  }

  @Override
  public void close() {
    peer.close();
  }
}
