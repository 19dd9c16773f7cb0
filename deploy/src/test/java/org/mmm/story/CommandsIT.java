package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A day with mmm: a node is started, used, asked, saved and brought back")
class CommandsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PHASE0 =
      Path.of(System.getProperty("mmm.root", ".."), "client-cli", "examples", "phase0.mmm")
          .toString();
  private static final int NOT_FOUND = 3;
  private static final int UNAUTHENTICATED = 4;
  private static final int REFUSED = 5;
  private static final int CONFLICT = 6;

  @TempDir Path directory;
  private Cli cli;
  private Process up;

  @BeforeEach
  void start() throws Exception {
    cli = new Cli(directory.resolve("home"));
    up = up(directory.resolve("data"));
  }

  @AfterEach
  void stop() throws Exception {
    end(up);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void theDay() throws Exception {
    assertThat(prints("run", PHASE0)).endsWith("48 passed, 0 failed\n");

    seesWhatTheRunMade();
    tellsWhy();
    hasTheLogs();
    recordsARoom();

    assertThat(prints("token", "MInstanceManager").strip()).startsWith("v1.");
    assertThat(cli.says("token", "User1").exit()).isEqualTo(NOT_FOUND);

    signsIn();
    Path backup = directory.resolve("backup.zip");
    Map<String, String> before = stateAndLogs();
    prints("backup", backup.toString());
    handsOutAndErasesPersonalData();
    comesBackFrom(backup, before);
  }

  private void signsIn() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "correct horse\n");
    Path other = Files.writeString(directory.resolve("other.txt"), "battery staple\n");
    JsonNode clara = json("account", "register", "clara", "--secret-file", secret.toString());
    assertThat(clara.path("accountID").asText()).startsWith("Account-");
    assertThat(cli.says("account", "login", "clara", "--password", "--secret-file", "" + other))
        .extracting(Cli.Said::exit)
        .isEqualTo(UNAUTHENTICATED);
    prints("account", "login", "clara", "--password", "--secret-file", secret.toString());
    Path code =
        Files.writeString(directory.resolve("code.txt"), clara.path("recoveryCode").asText());
    String[] change = {"account", "password", "clara", "--recovery-code"};
    String[] files = {"--secret-file", code.toString(), "--new-secret-file", other.toString()};
    prints(Stream.of(change, files).flatMap(Stream::of).toArray(String[]::new));
    prints("account", "login", "clara", "--password", "--secret-file", other.toString());
  }

  /** What the operator sees of what the run made, by what was asked. */
  private Map<String, String> stateAndLogs() throws Exception {
    Map<String, String> seen = new TreeMap<>();
    // Messages are listed to those that know them, and after a restore nobody is signed in.
    for (String type : List.of("Room", "Persona", "Parcel", "Account")) {
      see(seen, "get", "items", "--type", type);
    }
    for (String type : List.of("Room", "Persona")) {
      for (JsonNode item : json("get", "items", "--type", type).path("items")) {
        see(seen, "get", "item", item.path("itemID").asText());
      }
    }
    for (JsonNode process : json("get", "processes").path("processes")) {
      String id = process.path("processID").asText();
      if (id.matches("(User|Device)-.*|ParcelService")) see(seen, "log", "--of", id);
      if (id.startsWith("User-")) see(seen, "get", "rights", id);
    }
    return seen;
  }

  private void see(Map<String, String> seen, String... asked) throws Exception {
    seen.put(String.join(" ", asked), prints(asked));
  }

  private void recordsARoom() throws Exception {
    Path file = directory.resolve("room.jsonl");
    String[] record = {
      "room", "record", "Room1", "--as", "User1", "--for", "1s", "--out", "" + file
    };
    prints(record);
    assertThat(prints("play", "" + file, "--speed", "0").lines())
        .filteredOn(line -> line.matches("00:00[.][0-9]{3}  Persona-.* is here"))
        .hasSize(2);
    assertThat(cli.says(record).exit()).isEqualTo(CONFLICT);
    assertThat(cli.says("play", "" + directory.resolve("none")).exit()).isEqualTo(NOT_FOUND);
  }

  private void seesWhatTheRunMade() throws Exception {
    assertThat(prints("get", "rooms")).contains("ITEM", "Room-");
    assertThat(prints("get", "items", "--type", "Persona").lines()).hasSize(3);
    assertThat(json("get", "item", "Persona1").path("dataType").asText()).isEqualTo("Persona");
    assertThat(json("get", "room", "Room1").path("inside")).hasSize(2);
    assertThat(prints("get", "processes")).contains("ParcelService", "User-", "Device-");
    assertThat(json("get", "process", "User1").path("type").asText()).isEqualTo("User");
    assertThat(prints("get", "rights", "User2")).contains("May", "Granted", "MM-Embed");
    Cli.Said others = cli.says("get", "rights", "User1", "--as", "User2");
    assertThat(others.exit()).isEqualTo(REFUSED);
    assertThat(others.err().lines()).hasSize(1);
  }

  private void tellsWhy() throws Exception {
    String permitted = prints("right", "why", "User2 MM-Embeds Persona2 At Room1");
    assertThat(permitted).contains("permitted", "May Granted MM-Embed").doesNotContain("...");
    String refused = prints("right", "why", "User2 MM-Embeds Persona1 At Room1");
    assertThat(refused).contains("refused: InsRights", "no Right was presented");
    assertThat(json("get", "room", "Room1").path("inside")).hasSize(2);
  }

  private void hasTheLogs() throws Exception {
    assertThat(prints("log", "--of", "User2")).contains("MM-Embed", "-> Ack", "-> InsRights");
    assertThat(prints("log", "--of", "ParcelService")).contains("ParcelService Change", "Clash");
    assertThat(prints("log", "--of", "RegistrationService")).contains("Register", "Clash");
    assertThat(prints("log").lines()).hasSizeGreaterThan(40);
  }

  private void handsOutAndErasesPersonalData() throws Exception {
    String account = json("get", "process", "User1").path("accountID").asText();
    JsonNode mine = json("account", "export", account, "--as", "User1");
    assertThat(mine.path("personalProfile").path("FirstName").asText()).isEqualTo("Anna");
    assertThat(cli.says("account", "export", account, "--as", "User2").exit()).isEqualTo(REFUSED);

    prints("account", "erase", account, "--as", "User1", "--yes");

    assertThat(prints("account", "export", account)).contains(account).doesNotContain("Anna");
    assertThat(prints("log", "--of", "User1")).contains("MM-Embed", "-> Ack");
    end(up);
    assertThat(filesThatContain("Anna")).isEmpty();
    up = up(directory.resolve("data"));
    assertThat(prints("account", "export", account)).contains(account).doesNotContain("Anna");
    assertThat(prints("log", "--of", "RegistrationService")).contains("Register");
  }

  private void comesBackFrom(Path backup, Map<String, String> before) throws Exception {
    Path restored = directory.resolve("restored");
    prints("restore", backup.toString(), "--data", restored.toString());
    assertThat(cli.says("restore", backup.toString(), "--data", restored.toString()).err())
        .contains("is not empty");
    end(up);
    up = up(restored);
    assertThat(before).containsKeys("log --of ParcelService");
    assertThat(stateAndLogs()).isEqualTo(before);
  }

  private String prints(String... arguments) throws Exception {
    Cli.Said said = cli.says(arguments);
    assertThat(said.exit()).as("%s: %s%s", List.of(arguments), said.out(), said.err()).isZero();
    return said.out();
  }

  private JsonNode json(String... arguments) throws Exception {
    String[] words =
        Stream.concat(Stream.of(arguments), Stream.of("-o", "json")).toArray(String[]::new);
    return JSON.readTree(prints(words));
  }

  /** Starts a node as a person does, and waits until it prints where it is. */
  private Process up(Path data) throws Exception {
    Process process = cli.goesOn("up", "--port", "0", "--data", data.toString());
    await("mmm up to print its URLs")
        .atMost(Duration.ofSeconds(120))
        .until(
            () -> {
              assertThat(process.isAlive()).isTrue();
              return process.getInputStream().available() > 0;
            });
    return process;
  }

  private static void end(Process up) throws Exception {
    up.destroy();
    assertThat(up.waitFor(40, TimeUnit.SECONDS)).isTrue();
  }

  private List<Path> filesThatContain(String text) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
