package org.mmm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Alerts and dashboards")
class QueriesTest {
  @Test
  @DisplayName("ask for metrics by names that are found between the words of the language")
  void findsNames() {
    assertThat(
            Queries.metrics(
                "histogram_quantile(0.99, sum by (le) (rate(a_bucket{x=\"b\"}[5m]))) > 0.5 and c"))
        .containsExactly("a_bucket", "c");
  }

  @Test
  @DisplayName("lead from each alert to its section of the guide, and have a section for no other")
  void everyAlertHasItsSection() {
    Set<String> headings = new HashSet<>();
    String guide = DeployFiles.text(DeployFiles.ROOT.resolve("docs/DEPLOYMENT.md"));
    guide.lines().filter(l -> l.startsWith("### Mmm")).forEach(l -> headings.add(l.substring(4)));
    Set<String> alerts = new HashSet<>();
    for (JsonNode rule : Queries.alerts()) {
      String name = rule.get("alert").asText();
      assertThat(alerts.add(name)).as(name).isTrue();
      assertThat(rule.at("/annotations/runbook").asText())
          .isEqualTo("docs/DEPLOYMENT.md#" + name.toLowerCase(java.util.Locale.ROOT));
      assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
      assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
    }
    assertThat(alerts).isEqualTo(headings).isNotEmpty();
  }

  @Test
  @DisplayName("have one identity for each dashboard and panel, and a source that is provided")
  void dashboardsAreWhole() throws IOException {
    String source =
        DeployFiles.yaml(
                DeployFiles.DEPLOY.resolve("grafana/provisioning/datasources/prometheus.yaml"))
            .get(0)
            .at("/datasources/0/uid")
            .asText();
    Set<String> dashboards = new HashSet<>();
    for (JsonNode dashboard : Queries.dashboards()) {
      assertThat(dashboards.add(dashboard.get("uid").asText())).isTrue();
      Set<Integer> panels = new HashSet<>();
      for (JsonNode panel : dashboard.get("panels")) {
        assertThat(panels.add(panel.get("id").asInt())).isTrue();
        assertThat(panel.at("/datasource/uid").asText()).isEqualTo(source);
        assertThat(panel.get("targets")).isNotEmpty();
      }
    }
    assertThat(dashboards).isNotEmpty();
  }
}
