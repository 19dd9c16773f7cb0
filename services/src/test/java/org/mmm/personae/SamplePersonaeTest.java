package org.mmm.personae;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dmmm.update=true} writes the files anew. */
@DisplayName("A sample Persona")
class SamplePersonaeTest {
  private static final Path DIRECTORY = Path.of("src/main/resources/org/mmm/device");
  private static final int STEEL = 0x8FA3B5;
  private static final int DARK = 0x2F3B46;
  private static final int LAMP = 0xFFC94A;
  private static final int GREEN = 0x3C8D5A;
  private static final int CREAM = 0xF4EBD8;
  private static final int ORANGE = 0xF08A24;

  private static final Map<String, Figure> FIGURES =
      Map.of("robot", robot(), "pawn", pawn(), "penguin", penguin());

  private static Figure robot() {
    return new Figure()
        .box(0, 1.58, 0, 0.42, 0.34, 0.36, STEEL)
        .box(-0.1, 1.6, 0.185, 0.08, 0.08, 0.02, LAMP)
        .box(0.1, 1.6, 0.185, 0.08, 0.08, 0.02, LAMP)
        .box(0, 1.82, 0, 0.04, 0.14, 0.04, DARK)
        .box(0, 1.08, 0, 0.56, 0.62, 0.34, STEEL)
        .box(0, 1.16, 0.18, 0.3, 0.2, 0.02, DARK)
        .box(-0.37, 1.06, 0, 0.14, 0.6, 0.18, DARK)
        .box(0.37, 1.06, 0, 0.14, 0.6, 0.18, DARK)
        .box(-0.15, 0.38, 0.02, 0.2, 0.76, 0.26, DARK)
        .box(0.15, 0.38, 0.02, 0.2, 0.76, 0.26, DARK);
  }

  private static Figure pawn() {
    return new Figure()
        .turned(GREEN, 0.001, 0, 0.38, 0, 0.38, 0.12, 0.28, 0.2, 0.16, 0.8, 0.13, 1.15)
        .turned(CREAM, 0.13, 1.15, 0.26, 1.2, 0.26, 1.25, 0.12, 1.28)
        .turned(GREEN, 0.12, 1.28, 0.24, 1.4, 0.27, 1.53, 0.24, 1.66, 0.13, 1.77, 0.001, 1.8)
        .box(-0.09, 1.58, 0.25, 0.06, 0.08, 0.06, CREAM)
        .box(0.09, 1.58, 0.25, 0.06, 0.08, 0.06, CREAM);
  }

  private static Figure penguin() {
    return new Figure()
        .turned(DARK, 0.001, 0.06, 0.34, 0.08, 0.42, 0.4, 0.4, 0.75, 0.27, 1.05, 0.24, 1.25)
        .turned(DARK, 0.24, 1.25, 0.22, 1.4, 0.12, 1.5, 0.001, 1.52)
        .box(0, 0.52, 0.34, 0.4, 0.7, 0.16, CREAM)
        .box(0, 1.22, 0.28, 0.1, 0.07, 0.18, ORANGE)
        .box(-0.1, 1.34, 0.2, 0.07, 0.07, 0.06, CREAM)
        .box(0.1, 1.34, 0.2, 0.07, 0.07, 0.06, CREAM)
        .box(-0.44, 0.66, 0, 0.06, 0.56, 0.24, DARK)
        .box(0.44, 0.66, 0, 0.06, 0.56, 0.24, DARK)
        .box(-0.16, 0.04, 0.18, 0.2, 0.08, 0.34, ORANGE)
        .box(0.16, 0.04, 0.18, 0.2, 0.08, 0.34, ORANGE);
  }

  static Stream<Arguments> figures() {
    return FIGURES.entrySet().stream().map(f -> Arguments.of(f.getKey(), f.getValue()));
  }

  @ParameterizedTest
  @MethodSource("figures")
  @DisplayName("is what its figure makes, a few KiB, and a model that may be shown")
  void isMade(String name, Figure figure) throws IOException {
    Path file = DIRECTORY.resolve(name + ".glb");
    byte[] made = figure.glb();
    if (Boolean.getBoolean("mmm.update")) Files.write(file, made);

    assertThat(file).hasBinaryContent(made);
    assertThat(made.length).isLessThan(16 * 1_024);
    assertThat(ModelRules.refusal(made, ModelRulesTest.LIMITS)).isEmpty();
  }
}
