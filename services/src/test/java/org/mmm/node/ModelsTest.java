package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over sockets. Anna and Bruno are in the MVS, Carla is registered and nowhere. */
@DisplayName("The model of a Persona")
class ModelsTest {
  private static final String GLB = "model/gltf-binary";
  private static final String BYTES = "application/octet-stream";
  private static int key;

  @TempDir static Path directory;
  private static LiveNode node;

  @BeforeAll
  static void start() throws Exception {
    node = LiveNode.start(directory.resolve("data"));
    for (String user : new String[] {"Anna", "Bruno", "Carla"}) node.register(user);
    for (String user : new String[] {"Anna", "Bruno"}) {
      moves(user, "mm-add", "\"At\": \"MVS\"");
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @DisplayName(
      "is uploaded, is what the Persona is made of, and is seen by who is in the same place")
  void isSeen() throws Exception {
    String uri = uri(upload("Anna", figure("robot"), GLB));
    assertThat(remodel("Anna", uri).status()).isEqualTo(200);

    var named = looks("Bruno", "Anna-Persona", "MVS");
    assertThat(named.json().path("DataURI").asText()).isEqualTo(uri);
    var data = data("Bruno", "Anna-Persona", "MVS");
    assertThat(data.statusCode()).isEqualTo(200);
    assertThat(data.headers().firstValue("Content-Type")).hasValue(GLB);
    assertThat(data.body()).isEqualTo(figure("robot"));
    assertThat(node.client().get("/api/v2.2/items/Anna-Persona", node.token("Bruno")).status())
        .as("the Item itself is nobody else's to read")
        .isEqualTo(403);
  }

  @Test
  @DisplayName("is not seen where the Persona is not, nor hidden, nor by who may not watch there")
  void isSeenNowhereElse() throws Exception {
    assertThat(looks("Bruno", "Carla-Persona", "MVS").code()).isEqualTo("IncID");
    assertThat(looks("Bruno", "Anna", "MVS").code()).as("a User is no Persona").isEqualTo("IncID");
    assertThat(looks("Bruno", "Anna-Persona", "Room1").code()).isEqualTo("InsRights");

    moves("Bruno", "property-change", "\"With\": [{\"PerceptibilityStatus\": false}]");
    assertThat(looks("Anna", "Bruno-Persona", "MVS").code()).isEqualTo("IncID");
    moves("Bruno", "property-change", "\"With\": [{\"PerceptibilityStatus\": true}]");
    assertThat(looks("Anna", "Bruno-Persona", "MVS").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("is a sample by its path, none by an address elsewhere")
  void samples() throws Exception {
    remodel("Bruno", "/device/pawn.glb");
    assertThat(looks("Anna", "Bruno-Persona", "MVS").json().path("DataURI").asText())
        .isEqualTo("/device/pawn.glb");
    remodel("Bruno", "https://example.org/pawn.glb");
    assertThat(looks("Anna", "Bruno-Persona", "MVS").json().has("DataURI")).isFalse();
  }

  @Test
  @DisplayName("is refused when it is uploaded as one, with the rule and the way out")
  void isRefused() throws Exception {
    var refused = upload("Anna", "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8), GLB);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("FaultyPA", "no GLB file", "export it again");

    var large = upload("Anna", new byte[(2 << 20) + 1], GLB);
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("2097153, may be at most 2097152; make it smaller");
  }

  @Test
  @DisplayName("is shown to nobody unchecked, under whatever name it was uploaded")
  void isCheckedBeforeItIsShown() throws Exception {
    byte[] broken = figure("penguin");
    broken[4] = 1;
    remodel("Bruno", uri(upload("Bruno", broken, BYTES)));
    for (int again = 0; again < 2; again++) {
      var data = data("Anna", "Bruno-Persona", "MVS");
      assertThat(data.statusCode()).isEqualTo(422);
      assertThat(new String(data.body(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("version 1, must be of version 2");
    }
  }

  @Test
  @DisplayName("is named only by who has uploaded it")
  void isNotStolen() throws Exception {
    String uri = uri(upload("Carla", figure("pawn"), GLB));
    assertThat(remodel("Anna", uri).code()).isEqualTo("IncID");
  }

  private static Client.Answer remodel(String user, String uri) throws Exception {
    return does(
        user,
        "property-change",
        "\"With\": [{\"Header\": \"OSD-3DO-V1.5\", \"3DModelObjectData\": [{\"DataURI\": \"%s\"}]}]"
            .formatted(uri));
  }

  private static void moves(String user, String action, String how) throws Exception {
    var answer = does(user, action, how);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
  }

  private static Client.Answer does(String user, String action, String how) throws Exception {
    return node.does(
        user,
        "locate/" + action,
        "key-" + key++,
        "{\"Nil\": \"%s-Persona\", %s}".formatted(user, how));
  }

  private static Client.Answer looks(String user, String persona, String room) throws Exception {
    return node.client().get(path(user, persona, room, ""), node.token(user));
  }

  private static HttpResponse<byte[]> data(String user, String persona, String room)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(node.url() + path(user, persona, room, "/data")))
            .header("Authorization", "Bearer " + node.token(user))
            .build();
    return node.client().http().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String path(String user, String persona, String room, String data) {
    return "/api/v2.2/live/models/%s%s?room=%s&persona=%s-Persona"
        .formatted(persona, data, room, user);
  }

  /** Uploads a model as what it is. */
  static HttpResponse<String> upload(LiveNode node, String user, byte[] model) throws Exception {
    return upload(node, user, model, GLB);
  }

  private static HttpResponse<String> upload(String user, byte[] bytes, String type)
      throws Exception {
    return upload(node, user, bytes, type);
  }

  private static HttpResponse<String> upload(LiveNode node, String user, byte[] bytes, String type)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(node.url() + "/api/v2.2/data"))
            .header("Authorization", "Bearer " + node.token(user))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    return node.client().http().send(request, HttpResponse.BodyHandlers.ofString());
  }

  static String uri(HttpResponse<String> uploaded) throws Exception {
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .readTree(uploaded.body())
        .path("DataURI")
        .asText();
  }

  static byte[] figure(String name) throws IOException {
    try (InputStream in =
        ModelsTest.class.getResourceAsStream("/org/mmm/device/" + name + ".glb")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
