package org.mmm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("conf/node.conf")
class NodeConfTest {
  private static final Path FILE = DeployFiles.DEPLOY.resolve("src/main/dist/conf/node.conf");

  @Test
  @DisplayName("is what the defaults say; -Dmmm.update=true writes it anew")
  void isUpToDate() throws IOException {
    if (Boolean.getBoolean("mmm.update")) Files.writeString(FILE, NodeConf.page());
    assertThat(DeployFiles.text(FILE))
        .as("write it anew: mvn -pl deploy -am test -Dtest=NodeConfTest -Dmmm.update=true")
        .isEqualTo(NodeConf.page());
  }

  @Test
  @DisplayName("lists every setting, with its default")
  void listsAll() {
    String listed = DeployFiles.text(FILE).replaceAll("(?m)^#(mmm[.].+)$", "$1");
    Config said = ConfigFactory.parseString(listed);
    assertThat(said.entrySet())
        .extracting(e -> e.getKey())
        .containsExactlyInAnyOrderElementsOf(NodeConf.keys());
    Config defaults =
        ConfigFactory.parseResources("node.conf")
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve();
    for (String key : NodeConf.keys()) {
      if (System.getenv().keySet().stream().anyMatch(NodeConf.environment()::contains)) continue;
      assertThat(said.getAnyRef(key)).as(key).isEqualTo(defaults.getAnyRef(key));
    }
    assertThat(NodeConf.environment()).allSatisfy(name -> assertThat(name).startsWith("MMM_"));
  }
}
