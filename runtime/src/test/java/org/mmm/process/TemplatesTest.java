package org.mmm.process;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.NAMES;
import static org.mmm.kernel.Telling.inline;
import static org.mmm.kernel.Telling.named;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.pa.With;

@DisplayName("Templates of Process Actions")
class TemplatesTest {
  @Test
  void areKeptByTheirId() {
    Templates templates = Templates.none().with(List.of(template("PA1", "MM-Embed")), NAMES);

    assertThat(action(templates, "PA1")).isEqualTo("MM-Embed");
    assertThat(templates.all()).hasSize(1);
  }

  @Test
  @DisplayName("stay what they were: the first of an ID stands")
  void stay() {
    Templates templates =
        Templates.none()
            .with(List.of(template("PA1", "MM-Embed")), NAMES)
            .with(List.of(template("PA1", "MM-Send")), NAMES);

    assertThat(action(templates, "PA1")).isEqualTo("MM-Embed");
  }

  @Test
  void areNothingElse() {
    With other = inline("{'Header': 'MMM-RGT-V1.1', 'ProcessActionID': 'PA1'}");

    assertThat(Templates.none().with(List.of(other, named("PA1")), NAMES))
        .isEqualTo(Templates.none());
  }

  @Test
  void areKeptUpToABound() {
    List<With> many = new ArrayList<>();
    for (int i = 0; i <= Templates.AT_MOST; i++) many.add(template("PA" + i, "MM-Embed"));

    assertThat(Templates.none().with(many, NAMES).all()).hasSize(Templates.AT_MOST);
  }

  private static String action(Templates templates, String id) {
    return requireNonNull(templates.all().get(id)).item().path("action").asText();
  }

  private static With template(String id, String action) {
    return inline(
        "{'Header': 'MMM-PAC-V1.1', 'ProcessActionID': '" + id + "', 'action': '" + action + "'}");
  }
}
