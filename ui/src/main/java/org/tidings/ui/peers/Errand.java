package org.tidings.ui.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tidings.feed.Feeds;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.PeerStatus;
import org.tidings.replication.Replication;
import org.tidings.replication.pub.InviteStep;
import org.tidings.replication.room.Alias;
import org.tidings.replication.room.RoomException;
import org.tidings.replication.room.RoomException.Step;
import org.tidings.replication.room.RoomMetadata;
import org.tidings.replication.room.RoomStatus;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.PeerAddress;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// Goes the way that a pasted text says, and tells how far it is. Blocks; thread-safe.
///
/// @param told takes each change of the trip; what it throws ends the errand
record Errand(Workspace workspace, Consumer<UnaryOperator<Trip>> told) {

  /// How it ended.
  sealed interface End {
    /// All is well.
    record Arrived(String sentence) implements End {}

    /// It came to nothing.
    ///
    /// @param key of the step that failed
    /// @param sentence why, for people
    record Failed(String key, String sentence) implements End {}
  }

  /// The steps that lie ahead.
  static Trip plan(Pasted pasted) {
    return switch (pasted) {
      case Pasted.Invite(var kind, String text) ->
          Trip.along(
              switch (kind) {
                case PUB -> Stream.of(InviteStep.Kind.values()).map(Errand::key);
                case ROOM -> Stream.of(intoRoom(text)).map(step -> "room." + step);
                case ALIAS -> Stream.of(toSomebody(text)).map(step -> "alias." + step);
                case DEVICE, SIGN_IN -> Stream.empty();
              });
      default -> Trip.NONE;
    };
  }

  private static Step[] intoRoom(String text) {
    if (text.startsWith("http")) {
      return new Step[] {Step.READ, Step.WEB, Step.ACCEPT, Step.CALL, Step.RECOGNISE};
    }
    return text.startsWith("ssb:")
        ? new Step[] {Step.READ, Step.ACCEPT, Step.CALL, Step.RECOGNISE}
        : new Step[] {Step.READ, Step.CALL, Step.RECOGNISE};
  }

  private static Step[] toSomebody(String text) {
    return text.startsWith("http")
        ? new Step[] {Step.READ, Step.WEB, Step.CALL, Step.RECOGNISE, Step.ASK}
        : new Step[] {Step.READ, Step.CALL, Step.RECOGNISE, Step.ASK};
  }

  /// Accepts an invite.
  End accept(Pasted.Invite invite) throws IOException, InterruptedException {
    return switch (invite.kind()) {
      case PUB -> askPub(invite.text());
      case ROOM ->
          inRoom("room.", begins -> joined(replication().rooms().join(invite.text(), begins)));
      case ALIAS ->
          inRoom("alias.", begins -> met(replication().aliases().meet(invite.text(), begins)));
      case DEVICE -> pair(invite.text());
      case SIGN_IN -> signIn(invite.text());
    };
  }

  /// Calls an address.
  End call(PeerAddress address) {
    try {
      String key = isConnected(address.id()) ? "peers.connect.already" : "peers.connect.done";
      replication().connect(address);
      return new End.Arrived(Texts.of(key, name(address.id())));
    } catch (ConnectionFailedException e) {
      return new End.Failed("address.CALL", EngineWords.of(e.failure()));
    } catch (IOException e) {
      return new End.Failed("address.CALL", Problem.of(e).sentence());
    }
  }

  private boolean isConnected(FeedId peer) {
    return replication().peers().stream()
        .anyMatch(status -> status instanceof PeerStatus.Connected up && up.peer().equals(peer));
  }

  private End askPub(String code) throws IOException, InterruptedException {
    List<InviteStep> failed = new ArrayList<>();
    replication()
        .useInvite(
            code,
            step -> {
              told.accept(trip -> after(step, trip));
              if (!step.done()) {
                failed.add(step);
              }
            });
    if (failed.isEmpty()) {
      return new End.Arrived(Texts.of("way.pub.done"));
    }
    InviteStep last = failed.getLast();
    return last.isInVain()
        ? new End.Failed(key(last.kind()), why(last))
        : new End.Arrived(Texts.of("way.pub.soon"));
  }

  private End pair(String code) throws IOException, InterruptedException {
    List<InviteStep> inVain = new ArrayList<>();
    replication()
        .useInvite(
            code,
            step -> {
              if (step.isInVain()) {
                inVain.add(step);
              }
            });
    return inVain.isEmpty()
        ? new End.Arrived(Texts.of("way.device.done"))
        : new End.Failed("address.CALL", why(inVain.getFirst()));
  }

  private End signIn(String link) throws InterruptedException {
    try {
      replication().signIn().answer(link);
      return new End.Arrived(Texts.of("way.signIn.done"));
    } catch (RoomException e) {
      return new End.Failed("signIn", EngineWords.of(e.why()));
    }
  }

  private static Trip after(InviteStep step, Trip trip) {
    String key = key(step.kind());
    if (step.done()) {
      return trip.done(key);
    }
    return step.isInVain() ? trip.failed(key) : trip.missed(key, why(step));
  }

  private static String why(InviteStep failed) {
    return failed.why().map(EngineWords::of).orElseGet(failed::sentence);
  }

  private static String key(InviteStep.Kind kind) {
    return "pub." + kind;
  }

  /// Something that is done in a room, telling what begins.
  @FunctionalInterface
  private interface InRoom {
    String done(Consumer<Step> begins) throws RoomException, InterruptedException;
  }

  private End inRoom(String prefix, InRoom doing) throws InterruptedException {
    try {
      return new End.Arrived(doing.done(step -> told.accept(trip -> trip.begins(prefix + step))));
    } catch (RoomException e) {
      String key = prefix + e.step();
      told.accept(trip -> trip.failed(key));
      return new End.Failed(key, EngineWords.of(e.why()));
    }
  }

  private static String joined(RoomStatus room) {
    Optional<String> name =
        room.metadata().map(RoomMetadata::name).filter(called -> !called.isEmpty());
    return name.map(called -> Texts.of("way.room.done", called))
        .orElseGet(() -> Texts.of("way.room.doneUnnamed"));
  }

  private String met(Alias alias) {
    return Texts.of("way.alias.done", name(alias.user()));
  }

  private String name(FeedId peer) {
    return feeds().profiles().byline(peer).name();
  }

  private Feeds feeds() {
    return workspace.feeds();
  }

  private Replication replication() {
    return workspace.replication();
  }
}
