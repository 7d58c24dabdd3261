package org.tidings.ui.settings;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// The version, and the works of others it is built from. Confined to the JavaFX thread.
final class AboutPane extends VBox {
  static final List<Work> WORKS =
      List.of(
          new Work("OpenJDK, OpenJFX", "GPL 2.0 with Classpath Exception"),
          new Work("AtlantaFX", "MIT"),
          new Work("Feather", "MIT"),
          new Work("Ikonli", "Apache-2.0"),
          new Work("Inter", "SIL Open Font License 1.1"),
          new Work("Noto Emoji", "Apache-2.0"),
          new Work("emoji-datasource", "MIT"),
          new Work("Unicode CLDR", "Unicode-3.0"),
          new Work("commonmark-java", "BSD-2-Clause"),
          new Work("autolink-java", "MIT"),
          new Work("BIP 39 words", "MIT"),
          new Work("SQLite", "public domain"),
          new Work("sqlite-jdbc", "Apache-2.0"),
          new Work("libsodium", "ISC"),
          new Work("lazysodium-java", "MPL-2.0"),
          new Work("Apache Tuweni, JNR", "Apache-2.0"),
          new Work("ASM", "BSD-3-Clause"),
          new Work("Apache Lucene", "Apache-2.0"),
          new Work("Bouncy Castle", "MIT"),
          new Work("Jackson", "Apache-2.0"),
          new Work("picocli", "Apache-2.0"),
          new Work("dbus-java", "MIT"),
          new Work("JSpecify", "Apache-2.0"),
          new Work("SLF4J", "MIT"),
          new Work("ZXing", "Apache-2.0"));

  /// Something somebody else has made.
  record Work(String name, String licence) {}

  AboutPane(String version) {
    Label edition = new Label(Texts.of("settings.version", version));
    edition.getStyleClass().add("about-version");
    getChildren()
        .setAll(
            edition,
            ScrollColumn.hint(Texts.of("settings.about.text")),
            ScrollColumn.hint(Texts.of("settings.about.works")),
            new OnRequest("settings.about.all", AboutPane::works));
    getStyleClass().add("settings-lines");
  }

  private static GridPane works() {
    GridPane works = new GridPane();
    for (Work work : WORKS) {
      FlowText name = Words.of(work.name());
      works.addRow(works.getRowCount(), name, Words.of(work.licence(), "hint"));
    }
    works.getStyleClass().add("works");
    return works;
  }
}
