package org.mmm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What others may call says what it is: a public type has Javadoc, a package has its page. */
class PublicTypesAreDocumentedTest {
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:(?:final|abstract|sealed|non-sealed|strictfp)"
              + " )*(?:class|record|interface|@interface|enum) ",
          Pattern.MULTILINE);
  private static final Path ROOT = Path.of(System.getProperty("mmm.root"));

  @Test
  void everyPublicTypeHasJavadocAndEveryPackageItsPage() throws IOException {
    var silent = new ArrayList<Path>();
    var read = 0;
    for (var module : Module.values()) {
      var sources = ROOT.resolve(module.toString()).resolve("src/main/java");
      if (!Files.isDirectory(sources)) {
        continue;
      }
      try (var files = Files.walk(sources)) {
        for (var file :
            (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
          read++;
          if (!isDocumented(Files.readString(file))) {
            silent.add(ROOT.relativize(file));
          }
          var page = file.resolveSibling("package-info.java");
          if (!Files.exists(page) && !silent.contains(ROOT.relativize(page))) {
            silent.add(ROOT.relativize(page));
          }
        }
      }
    }
    assertThat(read).as("source files below %s", ROOT).isPositive();
    assertThat(silent)
        .as("files whose public type has no Javadoc, and missing package pages")
        .isEmpty();
  }

  @Test
  void knowsSilenceWhenItSeesIt() {
    assertThat(isDocumented("package a;\n\npublic final class B {}\n")).isFalse();
    assertThat(isDocumented("package a;\n\n/** A thing. */\npublic final class B {}\n")).isTrue();
    assertThat(isDocumented("package a;\n\nfinal class B {}\n")).isTrue();
  }

  private static boolean isDocumented(String source) {
    var type = PUBLIC_TYPE.matcher(source);
    return !type.find() || source.substring(0, type.start()).contains("/**");
  }
}
