package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SocksProxy;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.LastFirst;
import org.tidings.ui.workspace.TestWorkspace;

class PrivacyViewModelTest {
  private static final Optional<SocksProxy> TOR = SocksProxy.parse("127.0.0.1:9050");

  private final LastFirst work = new LastFirst();
  private TestWorkspace test;
  private PrivacyViewModel privacy;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, work, new FakeScreen());
    privacy = new PrivacyViewModel(test.workspace());
  }

  @AfterEach
  void close() {
    test.close();
  }

  private void assertCounts(Routes routes) {
    assertThat(test.workspace().replication().routes()).isEqualTo(routes);
    assertThat(test.workspace().environment().preferences().settings().routes()).isEqualTo(routes);
  }

  @Test
  void ofTwoChangesInARowTheLaterCounts() throws InterruptedException {
    privacy.onlyLocal(true);
    work.hold(
        () -> {
          privacy.onlyLocal(false);
          privacy.onlyLocal(true);
        });
    assertCounts(new Routes(Optional.empty(), true));
  }

  @Test
  void onlyTheLocalNetworkCountsAtOnceAndIsKept() {
    privacy.onlyLocal(true);
    assertCounts(new Routes(Optional.empty(), true));
    privacy.onlyLocal(false);
    assertCounts(Routes.DIRECT);
  }

  @Test
  void thatOnlyPeopleInReachMayConnectCountsBesideWhatElseIsSet() {
    privacy.onlyLocal(true);
    privacy.onlyInReach(true);
    assertCounts(Routes.DIRECT.localOnly(true).onlyInReach(true));
    privacy.onlyLocal(false);
    privacy.onlyInReach(false);
    assertCounts(Routes.DIRECT);
  }

  @Test
  void aProxyIsUsedBesideWhatWasSetBefore() {
    privacy.onlyLocal(true);
    privacy.proxyProperty().set(" 127.0.0.1:9050 ");
    privacy.useProxy();
    assertCounts(new Routes(TOR, true));
    assertThat(privacy.answerProperty().get().sentence()).contains("127.0.0.1:9050");
    privacy.onlyLocal(false);
    assertCounts(new Routes(TOR, false));
    privacy.proxyProperty().set("");
    privacy.useProxy();
    assertCounts(Routes.DIRECT);
  }

  @Test
  void theProxyMayBeForTorAlone() {
    privacy.proxyProperty().set("127.0.0.1:9050");
    privacy.useProxy();
    privacy.onlyOnion(true);
    assertCounts(new Routes(TOR, false).onionOnly(true));
    assertThat(privacy.answerProperty().get().sentence()).contains(".onion", "127.0.0.1:9050");
    privacy.onlyOnion(false);
    assertCounts(new Routes(TOR, false));
    assertThat(privacy.answerProperty().get().sentence()).doesNotContain(".onion");
  }

  @Test
  void whatIsNoProxyChangesNothing() {
    privacy.proxyProperty().set("127.0.0.1:9050");
    privacy.useProxy();
    privacy.proxyProperty().set("tor");
    privacy.useProxy();
    assertThat(privacy.answerProperty().get().wrong()).isTrue();
    assertCounts(new Routes(TOR, false));
  }
}
