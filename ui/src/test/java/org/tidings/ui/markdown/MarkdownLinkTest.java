package org.tidings.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.markdown.MarkdownLink.ToChannel;
import org.tidings.ui.markdown.MarkdownLink.ToFeed;
import org.tidings.ui.markdown.MarkdownLink.ToWeb;

class MarkdownLinkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\u0000script:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "jar:file:/a.jar!/b",
        "smb://server/share",
        "ftp://example.org/a",
        "about:blank",
        "vnd.program:start",
        "//example.org/a",
        "\\\\server\\share",
        "/etc/passwd",
        "etc/passwd",
        "http:",
        "http://[not",
        ""
      })
  void whatIsNeitherAPageNorOfThisNetworkLeadsNowhere(String destination) {
    assertThat(MarkdownLink.of(destination)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/a?b#c", "HTTP://example.org", "mailto:mara@example.org"})
  void aPageOrAMailAddressIsOutside(String destination) {
    assertThat(MarkdownLink.of(destination)).contains(new ToWeb(destination));
  }

  @Test
  void idsAndChannelsAreInside() {
    var mara = SomeFeed.of("Mara").id();
    assertThat(MarkdownLink.of(mara.toString())).contains(new ToFeed(mara));
    assertThat(MarkdownLink.of("#Sailing")).contains(new ToChannel("sailing"));
  }
}
