package org.tidings.replication;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What a test waits for without saying how long may take half a minute: several run at once, and
/// on a slow machine. Found by JUnit itself, for the tests of those who use ours, too.
public final class PatientAwait implements BeforeAllCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public void beforeAll(ExtensionContext tests) {
    Awaitility.setDefaultTimeout(PATIENCE);
  }
}
