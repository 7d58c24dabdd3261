package org.tidings.replication.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.replication.muxrpc.RpcError;

class InviteQueryTest {
  @ParameterizedTest
  @ValueSource(strings = {"pub.example", "192.0.2.7", "2001:db8::7", "[2001:db8::7]"})
  void aHostIsANameOrANumber(String host) throws Exception {
    assertThat(InviteQuery.of(1, "", Optional.of(host)).host()).hasValue(host);
  }

  /// Else the code would be on disk, and no answer would come.
  @ParameterizedTest
  @ValueSource(strings = {"", "pub.example:8009", "https://pub.example", "my pub"})
  void anythingElseIsRefusedBeforeACodeIsMade(String host) {
    assertThatThrownBy(() -> InviteQuery.of(1, "", Optional.of(host)))
        .isInstanceOf(RpcError.class)
        .hasMessageContaining("no name of a computer");
  }

  @Test
  void withoutAHostItIsOurAddress() throws Exception {
    assertThat(InviteQuery.of(1, "", Optional.empty()).host()).isEmpty();
  }
}
