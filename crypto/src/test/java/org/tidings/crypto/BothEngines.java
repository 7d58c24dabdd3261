package org.tidings.crypto;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidings.crypto.engine.BouncyCastleEngine;
import org.tidings.crypto.engine.Engine;
import org.tidings.crypto.engine.SodiumEngine;

/// Runs a test class twice: its constructor gets libsodium first, then Bouncy Castle.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("org.tidings.crypto.BothEngines$Source#engines")
public @interface BothEngines {
  /// Where the engines come from.
  final class Source {
    private Source() {}

    static Stream<Named<Engine>> engines() {
      return Stream.<Engine>of(new SodiumEngine(), new BouncyCastleEngine())
          .map(engine -> Named.of(engine.name(), engine));
    }
  }
}
