package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tidings.replication.transport.ProtocolException;

class LeftoversTest {
  private final Leftovers leftovers = new Leftovers(0);

  @Test
  void muchAtOnceIsTooMuchOnlyWhereItGoesOn() throws Exception {
    leftovers.add(Leftovers.MOST, 0);
    assertThatThrownBy(() -> leftovers.add(1, 0)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void whatCameLongAgoIsForgotten() throws Exception {
    leftovers.add(Leftovers.MOST, 0);
    long later = Duration.ofMinutes(10).toNanos();
    assertThatCode(() -> leftovers.add(Leftovers.MOST, later)).doesNotThrowAnyException();
    assertThatThrownBy(() -> leftovers.add(1, later)).isInstanceOf(ProtocolException.class);
  }
}
