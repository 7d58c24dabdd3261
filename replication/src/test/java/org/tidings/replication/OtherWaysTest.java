package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.FakeSocksProxy;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Routes;

/// Others are reached through a proxy, and then by other ways.
@Timeout(60)
class OtherWaysTest {
  private static final Routes LOCAL_ONLY = new Routes(Optional.empty(), true);

  @TempDir private Path folder;
  private TestPeer alice;
  private TestPeer bob;
  private FakeSocksProxy proxy;

  @BeforeEach
  void start() throws IOException {
    alice = TestPeer.start(folder.resolve("alice"));
    bob = TestPeer.start(folder.resolve("bob"));
    proxy = new FakeSocksProxy(bob.address().port());
    alice.replication().reachBy(new Routes(Optional.of(proxy.address()), false));
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    alice.close();
    bob.close();
  }

  @Test
  void connectionsBeyondTheLocalNetworkEndWhereThatIsAllFromNowOn() throws Exception {
    alice.connect(far());
    assertThat(alice.connected()).hasSize(1);
    alice.replication().reachBy(LOCAL_ONLY);
    await().until(() -> alice.connected().isEmpty() && bob.connected().isEmpty());
  }

  @Test
  void aCallThatIsUnderWayMeanwhileComesToNothing() throws Exception {
    proxy.hold();
    FutureTask<Void> call = new FutureTask<>(connecting());
    Thread.ofVirtual().start(call);
    assertThat(proxy.asked().take()).isEqualTo("pub.example:8008");
    alice.replication().reachBy(LOCAL_ONLY);
    proxy.goOn();
    call.get();
    await().until(() -> alice.connected().isEmpty() && bob.connected().isEmpty());
    assertThat(alice.replication().peers())
        .anySatisfy(
            status ->
                assertThat(status)
                    .isInstanceOfSatisfying(
                        PeerStatus.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.LOCAL_ONLY)));
  }

  @Test
  void aCallThatIsUnderWayWhenWeCloseComesToNothing() throws Exception {
    proxy.hold();
    FutureTask<Void> call = new FutureTask<>(connecting());
    Thread.ofVirtual().start(call);
    assertThat(proxy.asked().take()).isEqualTo("pub.example:8008");
    alice.replication().close();
    proxy.goOn();
    call.get();
    await().until(() -> alice.connected().isEmpty() && bob.connected().isEmpty());
  }

  @Test
  void aNameThatIsOnlyTheProxysToLookUpIsNotLookedUpForOurOwnKeyEither() {
    NetAddress ours = new NetAddress("home.example", 8008, alice.address().key());
    assertThat(failure(ours)).isEqualTo(Failure.OWN_ADDRESS);
    assertThat(proxy.asked()).as("nor called").isEmpty();
  }

  private Callable<Void> connecting() {
    return () -> {
      alice.connect(far());
      return null;
    };
  }

  private Failure failure(NetAddress address) {
    try {
      alice.connect(address);
      throw new AssertionError("connected");
    } catch (ConnectionFailedException e) {
      return e.failure();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private NetAddress far() {
    return new NetAddress("pub.example", 8008, bob.address().key());
  }
}
