package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void thoseUsedStayPreparedAndOthersAreNotKeptForEver() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Statements statements = new Statements(connection);
      PreparedStatement usual = statements.of("SELECT 'usual'");
      PreparedStatement once = statements.of("SELECT 'once'");
      for (int i = 0; i < Statements.MOST; i++) {
        PreparedStatement next = statements.of("SELECT " + i);
        assertThat(statements.of("SELECT 'usual'")).isSameAs(usual);
        assertThat(next.isClosed()).isFalse();
      }
      assertThat(usual.isClosed()).isFalse();
      assertThat(once.isClosed()).isTrue();
      statements.close();
      assertThat(usual.isClosed()).isTrue();
    }
  }
}
