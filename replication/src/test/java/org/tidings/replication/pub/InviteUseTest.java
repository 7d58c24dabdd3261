package org.tidings.replication.pub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.log.FeedLog;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.message.Sequence;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.InviteCode;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.told.Told;
import org.tidings.replication.InviteKind;
import org.tidings.replication.TestPeer;
import org.tidings.replication.muxrpc.Body;
import org.tidings.replication.muxrpc.JsonBody;
import org.tidings.replication.muxrpc.Procedure;
import org.tidings.replication.muxrpc.Procedures;
import org.tidings.replication.muxrpc.RpcConnection;
import org.tidings.replication.muxrpc.RpcError;
import org.tidings.replication.muxrpc.RpcLimits;
import org.tidings.replication.muxrpc.ScriptedPeer;
import org.tidings.replication.pub.InviteStep.Kind;
import org.tidings.replication.room.FakeRoom;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;
import org.tidings.replication.transport.Ways;

/// What happens to an invite, over real connections: all steps when all is well, and of what can be
/// wrong each told by its step and in words.
@Timeout(60)
class InviteUseTest {
  @TempDir private Path temp;
  private TestPeer pub;
  private TestPeer guest;

  @BeforeEach
  void start() throws Exception {
    pub = TestPeer.startPub(temp.resolve("pub"));
    guest = TestPeer.start(temp.resolve("guest"));
  }

  @AfterEach
  void stop() {
    guest.close();
    pub.close();
  }

  @Test
  void bothFollowEachOtherAndStayConnected() throws Exception {
    List<InviteStep> steps = use(code(1));

    assertThat(steps).allMatch(InviteStep::done);
    assertThat(steps).extracting(InviteStep::kind).containsExactly(Kind.values());
    assertThat(pub.feeds().graph().follows(pub.id(), guest.id())).isTrue();
    assertThat(guest.feeds().graph().follows(guest.id(), pub.id())).isTrue();
    assertThat(guest.connected()).hasSize(1);
    assertThat(guest.feeds().peerMemory().peers())
        .singleElement()
        .matches(record -> record.source().equals("pub") && record.autoconnect());
    await().until(() -> pub.feeds().log().head(guest.id()).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "pub.example, true",
    "203.0.113.7, true",
    "127.0.0.1, true",
    "192.168.1.7, false",
    "fd00::7, false",
    "pub.local, false",
    "abcdef.onion, false"
  })
  void whereAPubIsIsToldWhereAllCanReachIt(String host, boolean isTold) throws Exception {
    String code =
        pub.replication()
            .createInvite(new Invite(1, ""), Optional.of(host))
            .orElseThrow()
            .toString();
    List<InviteStep> steps = new ArrayList<>();
    new InviteUse(guest.feeds(), new EverywhereThePub()).use(code, steps::add);

    assertThat(steps).allMatch(InviteStep::done);
    FeedLog log = guest.feeds().log();
    assertThat(log.newest(LogFilter.by(guest.id()).ofType("pub"), Long.MAX_VALUE, 9))
        .hasSize(isTold ? 1 : 0);
  }

  /// A network where every address leads to the pub.
  private final class EverywhereThePub implements InviteUse.Network {
    @Override
    public Ways.Answer dial(List<NetAddress> ways, KeyPair as) throws ConnectionFailedException {
      return new Ways.Answer(ways.getFirst(), dialer(as).dial(pub.address()));
    }

    @Override
    public void join(NetAddress there, boolean isDevice) throws IOException {
      guest.connect(pub.address());
    }
  }

  @Test
  void ofSeveralWaysTheOneThatWeKnowIsTaken() throws Exception {
    String net = InviteCode.parse(code(1)).orElseThrow().toString();
    String[] keyAndSeed = net.split("~shs:", -1);

    List<InviteStep> steps =
        use("dht:x~shs:" + keyAndSeed[1] + ";wss://pub.example~shs:" + keyAndSeed[1] + ";" + net);

    assertThat(steps).allMatch(InviteStep::done);
  }

  @Test
  void twoDevicesThatArePairedFollowEachOtherAndSayNotWhereTheyAre() throws Exception {
    try (TestPeer device = TestPeer.start(temp.resolve("device"))) {
      String text = device.replication().pairing();
      assertThat(InviteKind.of(text)).contains(InviteKind.DEVICE);

      List<InviteStep> steps = use(text);

      assertThat(steps).allMatch(InviteStep::done);
      assertThat(steps).extracting(InviteStep::sentence).noneMatch(said -> said.contains("pub"));
      assertThat(device.feeds().graph().relationship(guest.id()).following()).isTrue();
      assertThat(guest.feeds().graph().relationship(device.id()).following()).isTrue();
      assertThat(guest.connected()).hasSize(1);
      assertThat(guest.feeds().peerMemory().peers())
          .singleElement()
          .matches(record -> record.source().equals("lan") && !record.autoconnect());
      for (TestPeer each : List.of(device, guest)) {
        assertThat(each.feeds().log().newest(LogFilter.EVERYTHING, Long.MAX_VALUE, 9))
            .noneMatch(message -> new String(message.wire(), UTF_8).contains("pub\""));
      }
      try (TestPeer third = TestPeer.start(temp.resolve("third"))) {
        List<InviteStep> again = new ArrayList<>();
        third.replication().useInvite(text, again::add);
        assertInVain(again, Kind.HANDSHAKE, "used up");
      }
    }
  }

  @Test
  void aDeviceOnSeveralNetworksIsFoundOnTheOneThatIsShared() throws Exception {
    try (TestPeer device = TestPeer.start(temp.resolve("device"))) {
      String here = "127.0.0.1";
      String text =
          device
              .replication()
              .pairing()
              .replace(here + ":", "127.9.9.9:")
              .replace("#", "#not.asked.example," + here + "#");
      assertThat(InviteKind.of(text)).contains(InviteKind.DEVICE);

      assertThat(use(text)).allMatch(InviteStep::done);
      assertThat(guest.connected())
          .singleElement()
          .matches(peer -> peer.address().equals(Optional.of(device.address())));
    }
  }

  @Test
  void aCodeOfADeviceNamesAllItsNetworks() {
    List<NetAddress> here =
        Stream.of("192.168.1.10", "10.0.0.7", "fd00::7")
            .map(host -> new NetAddress(host, 8008, guest.id().key()))
            .toList();
    String text = new InviteDesk(guest.feeds(), new SecureRandom(), false).createForDevice(here);

    assertThat(text).startsWith("192.168.1.10:8008:").endsWith("#10.0.0.7,fd00::7#device");
    assertThat(PubCode.read(text))
        .isInstanceOfSatisfying(
            PubCode.Reading.Code.class,
            read -> assertThat(read.code().ways()).containsExactlyElementsOf(here));
  }

  @Test
  void onlyTheLatestCodesForDevicesAreGood() throws Exception {
    String first = guest.replication().pairing();
    for (int i = 0; i < 8; i++) {
      assertThat(guest.replication().pairing()).isNotEqualTo(first);
    }
    List<InviteStep> steps = new ArrayList<>();
    pub.replication().useInvite(first, steps::add);
    assertThat(steps).last().matches(InviteStep::isInVain);
    assertThat(pub.feeds().log().count()).isZero();
  }

  @Test
  void usingItAgainSaysNothingTwice() throws Exception {
    String code = code(5);
    use(code);
    long said = guest.feeds().log().count();

    assertThat(use(code)).allMatch(InviteStep::done);
    assertThat(guest.feeds().log().count()).isEqualTo(said);
    assertThat(pub.feeds().invites().find(guestOf(code)).map(Invite::uses)).contains(4);
  }

  @Test
  void aCodeThatIsUsedUpIsRefused() throws Exception {
    String code = code(1);
    try (TestPeer first = TestPeer.start(temp.resolve("first"))) {
      first.replication().useInvite(code, step -> {});
    }

    assertInVain(use(code), Kind.HANDSHAKE, "used up");
    assertThat(guest.feeds().log().count()).isZero();
    await().until(() -> pub.replication().peers().toString().contains("INVITE_USED_UP"));
  }

  @Test
  void whoDidNotHearThatTheCodeWasTakenUsesItAgain() throws Exception {
    String code = code(1);
    useAndBreakOff(code);

    assertThat(use(code)).allMatch(InviteStep::done);
    try (TestPeer other = TestPeer.start(temp.resolve("other"))) {
      List<InviteStep> steps = new ArrayList<>();
      other.replication().useInvite(code, steps::add);
      assertInVain(steps, Kind.HANDSHAKE, "used up");
    }
  }

  /// Of two who come with a code that is good once, after the first has lost the connection.
  @Test
  void aCodeThatMayBeUsedAgainIsStillGoodForOneAlone() throws Exception {
    String code = code(1);
    useAndBreakOff(code);

    try (TestPeer other = TestPeer.start(temp.resolve("other"))) {
      List<InviteStep> steps = new ArrayList<>();
      other.replication().useInvite(code, steps::add);
      assertInVain(steps, Kind.USE, "used up");
      assertThat(pub.feeds().graph().follows(pub.id(), other.id())).isFalse();
    }
    assertThat(use(code)).allMatch(InviteStep::done);
  }

  /// The guest asks, and the connection breaks before the answer is heard.
  private void useAndBreakOff(String code) throws Exception {
    SecretChannel channel = dialer(code).dial(pub.address());
    try (ScriptedPeer asking = new ScriptedPeer(channel)) {
      asking.says(
          1,
          "{\"name\":[\"invite\",\"use\"],\"type\":\"async\",\"args\":[{\"feed\":\"%s\"}]}"
              .formatted(guest.id()));
      await().until(() -> pub.feeds().graph().follows(pub.id(), guest.id()));
    }
  }

  private static Dialer dialer(String code) {
    return dialer(keysOf(code));
  }

  private static Dialer dialer(KeyPair keys) {
    SecretChannel.Terms terms =
        new SecretChannel.Terms(NetworkKey.MAIN, keys, new SecureRandom(), Duration.ofSeconds(10));
    return new Dialer(terms, Duration.ofSeconds(10), () -> Routes.DIRECT);
  }

  @Test
  void noCodeBringsInWhoIsBlocked() throws Exception {
    pub.feeds().publisher().publish(Contact.block(guest.id()).toJson());
    String code = code(1);

    assertThat(use(code)).last().matches(InviteStep::isInVain);
    assertThat(pub.feeds().graph().relationship(guest.id()).blocking()).isTrue();
    assertThat(pub.feeds().invites().find(guestOf(code)).map(Invite::uses)).contains(1);
  }

  @ParameterizedTest
  @CsvSource({
    "hello, no invite",
    "'', no invite",
    "net:example.com:8008~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=, without the secret",
    "'wss://example.com:443~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=:BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=',"
        + " by wss",
    "'wss://example.com~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=:BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=',"
        + " by wss",
    "'dht:somewhere~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=:BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=',"
        + " begins with net:"
  })
  void whatCannotBeUsedIsToldAtOnce(String pasted, String words) throws Exception {
    assertInVain(use(pasted), Kind.CODE, words);
  }

  @Test
  void ourOwnInviteIsForOthers() throws Exception {
    List<InviteStep> steps = new ArrayList<>();
    pub.replication().useInvite(code(1), steps::add);

    assertInVain(steps, Kind.CODE, "your own");
  }

  @Test
  void aPubWeBlockIsNotAsked() throws Exception {
    guest.feeds().publisher().publish(Contact.block(pub.id()).toJson());

    assertInVain(use(code(1)), Kind.CODE, "You block");
  }

  @Test
  void whileWeCannotSayThatWeFollowTheCodeIsKept() throws Exception {
    guest.feeds().gate().keyInUseElsewhere();
    String code = code(1);

    assertInVain(use(code), Kind.CODE, "The code was not used");
    assertThat(pub.feeds().invites().find(guestOf(code)).map(Invite::uses)).contains(1);
  }

  @Test
  void aNameThatNobodyHasIsTold() throws Exception {
    assertInVain(use(codeTo("no-such-pub.invalid", 8008, pub.id())), Kind.NAME, "name");
  }

  @Test
  void aClosedPortIsTold() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }

    assertInVain(use(codeTo("127.0.0.1", closed, pub.id())), Kind.PORT, "nothing answers");
  }

  @Test
  void anotherPubThanTheCodeSaysIsTold() throws Exception {
    FeedId other = SomeFeed.of("another").id();

    assertInVain(
        use(codeTo("127.0.0.1", pub.address().port(), other)), Kind.HANDSHAKE, "another key");
  }

  @Test
  void whoIsNoPubIsTold() throws Exception {
    try (TestPeer friend = TestPeer.start(temp.resolve("friend"))) {
      assertInVain(
          use(codeTo("127.0.0.1", friend.address().port(), friend.id())), Kind.USE, "no pub");
    }
  }

  /// Some let in whoever calls.
  @Test
  void aPubIsNotSaidToKnowACodeBeforeItHasTakenIt() throws Exception {
    List<InviteStep> steps = use(codeTo("127.0.0.1", pub.address().port(), pub.id()));

    assertInVain(steps, Kind.USE, "does not take this code");
    assertThat(steps)
        .filteredOn(InviteStep::done)
        .noneMatch(step -> step.sentence().contains("knows the code"));
  }

  @Test
  void whatAPubSaysIsToldInOneShortLine() throws Exception {
    Procedure refusing =
        Procedure.async(
            Guest.USE,
            call -> {
              throw new RpcError("No!\n".repeat(200));
            });
    try (FakeRoom rude = new FakeRoom(refusing)) {
      List<InviteStep> steps = use(codeTo("127.0.0.1", rude.address().port(), rude.address().id()));

      assertInVain(steps, Kind.USE, "it says: No!");
      assertThat(steps.getLast().sentence()).hasSizeLessThan(300).doesNotContain("\n");
    }
  }

  @Test
  void aPubThatMayNotPublishNowTakesNoUse() throws Exception {
    String code = code(1);
    pub.feeds().gate().keyInUseElsewhere();

    assertInVain(use(code), Kind.USE, "cannot follow anybody now");
    assertThat(pub.feeds().invites().find(guestOf(code)).map(Invite::uses)).contains(1);
  }

  @Test
  void whoIsNoPubMakesNoCodes() {
    assertThat(guest.replication().createInvite(new Invite(1, ""), Optional.empty())).isEmpty();
  }

  @Test
  void theFollowSaysWhatTheCodeWasMadeWith() throws Exception {
    InviteCode code = create(new Invite(1, "from the workshop"));
    use(code.toString());

    String follow =
        new String(
            pub.feeds().log().newest(LogFilter.by(pub.id()), Long.MAX_VALUE, 1).getFirst().wire(),
            StandardCharsets.UTF_8);
    assertThat(follow).contains("\"pub\":true").contains("from the workshop");
  }

  /// After a restored backup the guest may hold more of the pub's feed than the pub itself.
  @Test
  void aGuestIsNotShownAMessageThatNeverLeft() throws Exception {
    InviteCode code = create(new Invite(1, ""));
    SecretChannel channel = dialer(code.legacy()).dial(pub.address());
    try (RpcConnection connection =
        new RpcConnection(channel, pub.id(), Procedures.of(), RpcLimits.PEER).start()) {
      Body answer =
          connection.call(Guest.USE, JsonObject.of("feed", Json.of(guest.id().toString())));

      assertThat(answer).isInstanceOf(JsonBody.class);
      assertThat(((JsonBody) answer).json().asObject().orElseThrow().keys()).containsExactly("key");
    }
    assertThat(pub.feeds().gate().hasLeft(Sequence.FIRST)).isFalse();
  }

  private static void assertInVain(List<InviteStep> steps, Kind kind, String words) {
    assertThat(steps.getLast().kind()).isEqualTo(kind);
    assertThat(steps.getLast().isInVain()).isTrue();
    assertThat(steps.getLast().sentence()).contains(words);
    assertThat(steps.subList(0, steps.size() - 1)).allMatch(InviteStep::done);
  }

  private List<InviteStep> use(String pasted) throws IOException, InterruptedException {
    List<InviteStep> steps = new ArrayList<>();
    guest.replication().useInvite(pasted, steps::add);
    return steps;
  }

  private String code(int uses) {
    return create(new Invite(uses, "")).legacy();
  }

  private InviteCode create(Invite invite) {
    return pub.replication().createInvite(invite, Optional.empty()).orElseThrow();
  }

  private static FeedId guestOf(String code) {
    return FeedId.of(keysOf(code).publicKey());
  }

  private static KeyPair keysOf(String code) {
    return switch (PubCode.read(code)) {
      case PubCode.Reading.Code(PubCode read) -> read.guest();
      case PubCode.Reading.Other(Told what) -> throw new AssertionError(what.sentence());
    };
  }

  private static String codeTo(String host, int port, FeedId key) {
    Optional<String> seed = Optional.of("BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");
    return new InviteCode(new MultiserverAddress("net", host, port, key, seed)).legacy();
  }
}
