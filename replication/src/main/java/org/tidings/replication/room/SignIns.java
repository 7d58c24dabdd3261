package org.tidings.replication.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.Identity;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.HostName;
import org.tidings.replication.muxrpc.RpcError;

/// Proves to the web side of a room who we are, without a password (protocol reference, section
/// 8.11). A solution is given only to a challenge that we began, at the room we began it for, once,
/// within two minutes; or to one a person brought from there. Thread-safe.
public final class SignIns {
  private static final Duration LAPSES = Duration.ofMinutes(2);
  private static final int MOST = 16;
  private static final int NONCE_BYTES = 32;
  private static final int SHORTEST = 43;

  private final Identity self;
  private final SecureRandom random;
  private final InstantSource clock;
  private final SequencedMap<Begun, Instant> begun = new LinkedHashMap<>();

  /// @param clock a steady one
  public SignIns(Identity self, SecureRandom random, InstantSource clock) {
    this.self = self;
    this.random = random;
    this.clock = clock;
  }

  private record Begun(FeedId server, String nonce) {}

  /// Begins to sign in: the page a browser is to open.
  ///
  /// @param host of the room's web side
  synchronized URI begin(FeedId server, String host) {
    String nonce = nonce();
    begun.put(new Begun(server, nonce), clock.instant());
    if (begun.size() > MOST) {
      begun.pollFirstEntry();
    }
    return URI.create(
        "https://%s/login?ssb-http-auth=1&cid=%s&cc=%s"
            .formatted(HostName.bracketed(host), encoded(self.id().toString()), encoded(nonce)));
  }

  /// Solves what a server asks of us because a browser has opened that page.
  ///
  /// @throws RpcError for the server, when we began nothing of the kind there
  synchronized String solve(FeedId server, String fromServer, String fromClient) throws RpcError {
    Instant now = clock.instant();
    begun.values().removeIf(since -> !since.plus(LAPSES).isAfter(now));
    if (!isNonce(fromServer)) {
      throw new RpcError("Server nonce \"sc\" is less than 256 bits");
    }
    if (begun.remove(new Begun(server, fromClient)) == null) {
      throw new RpcError("Client nonce \"cc\" is unknown or has expired");
    }
    return solution(server, fromServer, fromClient);
  }

  /// The solution of a challenge that a person brought from the server's page.
  Solved answer(FeedId server, String fromServer) {
    String nonce = nonce();
    return new Solved(nonce, solution(server, fromServer, nonce));
  }

  /// Whether a server's half of a challenge is as long as it must be.
  static boolean isNonce(String fromServer) {
    return fromServer.length() >= SHORTEST;
  }

  /// Our half of a challenge, and the signature over both.
  record Solved(String nonce, String solution) {}

  private String solution(FeedId server, String fromServer, String fromClient) {
    KeyPair keys = self.keys();
    return SignedText.signIn(server, self.id(), fromServer, fromClient).signedBy(keys);
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
