package org.tidings.replication.pub;

import static org.tidings.replication.pub.InviteStep.done;

import java.io.IOException;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.pub.InviteStep.Kind;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.SecretChannel;

/// Reaches a pub with the key of a code and has it take the code. Confined to one thread.
///
/// @param self who is to be followed
record Handover(InviteUse.Network network, FeedId self, InviteUse.Listener listener) {
  /// Gives the code to the pub it is for; returns when the pub has taken it.
  void give(PubCode code) throws Stop, IOException, InterruptedException {
    SecretChannel channel;
    try {
      channel = network.dial(code.pub(), code.guest());
    } catch (ConnectionFailedException e) {
      Kind broken = stepOf(e.failure());
      tellReached(broken, code);
      throw new Stop(broken, sentence(e.failure(), code));
    }
    InviteStep taken;
    try {
      tellReached(Kind.USE, code);
      taken = use(channel, code);
    } finally {
      channel.close();
    }
    listener.told(taken);
  }

  /// The steps of reaching it that succeeded before this one.
  private void tellReached(Kind before, PubCode code) throws IOException, InterruptedException {
    for (Kind kind : Kind.values()) {
      if (kind.compareTo(Kind.CODE) > 0 && kind.compareTo(before) < 0) {
        listener.told(done(kind, reached(kind, code)));
      }
    }
  }

  private static String reached(Kind kind, PubCode code) {
    return switch (kind) {
      case NAME -> "Its name leads to a computer.";
      case PORT -> "Something answers at that port.";
      default -> "It is that %s, and it knows the code.".formatted(code.noun());
    };
  }

  private static Kind stepOf(Failure failure) {
    return switch (failure) {
      case NAME_UNKNOWN, LOCAL_ONLY, NEEDS_PROXY, PROXY -> Kind.NAME;
      case PORT_CLOSED, UNREACHABLE, TIMEOUT -> Kind.PORT;
      default -> Kind.HANDSHAKE;
    };
  }

  private static String sentence(Failure failure, PubCode code) {
    return failure == Failure.REFUSED
        ? "The %1$s hung up on this code: it has been used up or taken back, or the %1$s has another"
                .formatted(code.noun())
            + " key by now. Ask for a new one."
        : failure.sentence();
  }

  private InviteStep use(SecretChannel channel, PubCode code) throws Stop, InterruptedException {
    try {
      Guest.use(channel, code.pub().id(), self);
      return done(Kind.USE, "The %s took the code.".formatted(code.noun()));
    } catch (RpcError refused) {
      return answered(refused);
    } catch (IOException broken) {
      throw new Stop(
          Kind.USE,
          "The connection broke before the pub had answered. Try the same code again: it is used"
              + " once for you at most.");
    }
  }

  private static InviteStep answered(RpcError refused) throws Stop {
    String words = refused.message();
    if (words.contains("already following")) {
      return done(Kind.USE, "The pub follows you already.");
    }
    if (words.contains("expired") || words.contains("depleted")) {
      throw new Stop(Kind.USE, "The code has been used up. Ask for a new one.");
    }
    throw new Stop(
        Kind.USE,
        refused.saysMissing(Guest.USE)
            ? "What answers there does not take this code: the code has been used up, or it is no"
                + " pub."
            : "The pub did not take the code; it says: " + words);
  }
}
