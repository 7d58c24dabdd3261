package org.tidings.replication.pub;

import static org.tidings.replication.pub.InviteStep.done;

import java.io.IOException;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.Worded;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.pub.InviteStep.Kind;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.Ways;

/// Reaches a pub with the key of a code and has it take the code. Confined to one thread.
///
/// @param self who is to be followed
record Handover(InviteUse.Network network, FeedId self, InviteUse.Listener listener) {
  /// Gives the code to the pub it is for; returns where that is when the pub has taken it.
  NetAddress give(PubCode code) throws Stop, IOException, InterruptedException {
    Ways.Answer answer;
    try {
      answer = network.dial(code.ways(), code.guest());
    } catch (ConnectionFailedException e) {
      Kind broken = stepOf(e.failure());
      tellReached(broken);
      throw new Stop(broken, Told.of(fault(e.failure())));
    }
    InviteStep taken;
    try {
      tellReached(Kind.USE);
      taken = use(answer.channel(), code);
    } finally {
      answer.channel().close();
    }
    listener.told(taken);
    return answer.at();
  }

  /// The steps of reaching it that succeeded before this one.
  private void tellReached(Kind before) throws IOException, InterruptedException {
    for (Kind kind : Kind.values()) {
      if (kind.compareTo(Kind.CODE) > 0 && kind.compareTo(before) < 0) {
        listener.told(done(kind, reached(kind)));
      }
    }
  }

  /// That it knows the code shows when it is used: some let in whoever calls.
  private static String reached(Kind kind) {
    return switch (kind) {
      case NAME -> "Its name leads to a computer.";
      case PORT -> "Something answers at that port.";
      default -> "It has the key that the code names.";
    };
  }

  private static Kind stepOf(Failure failure) {
    if (failure.isOfWay()) {
      return Kind.NAME;
    }
    return failure.isOfTcp() ? Kind.PORT : Kind.HANDSHAKE;
  }

  private static Worded fault(Failure failure) {
    return failure == Failure.REFUSED ? InviteFault.HUNG_UP : failure;
  }

  private InviteStep use(SecretChannel channel, PubCode code) throws Stop, InterruptedException {
    try {
      Guest.use(channel, code.pub().id(), self);
      return done(Kind.USE, "The %s took the code.".formatted(code.noun()));
    } catch (RpcError refused) {
      return answered(refused);
    } catch (IOException broken) {
      throw new Stop(Kind.USE, Told.of(InviteFault.BROKE_OFF));
    }
  }

  private static InviteStep answered(RpcError refused) throws Stop {
    String words = refused.message();
    if (words.contains("already following")) {
      return done(Kind.USE, "The pub follows you already.");
    }
    if (words.contains("expired") || words.contains("depleted")) {
      throw new Stop(Kind.USE, Told.of(InviteFault.USED_UP));
    }
    throw new Stop(
        Kind.USE,
        refused.saysMissing(Guest.USE)
            ? Told.of(InviteFault.NOT_TAKEN)
            : Told.of(InviteFault.REFUSED, refused.brief()));
  }
}
