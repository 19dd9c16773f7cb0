package org.mmm.personae;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The model of a Persona")
class ModelRulesTest {
  static final ModelLimits LIMITS = new ModelLimits(1 << 20, 1 << 16, 20_000, 16, 2, 64);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private final byte[] box = new Figure().box(0, 1, 0, 1, 2, 1, 0x336699).glb();
  private final ObjectNode json = json(box);

  @Test
  void isShownIfItIsAGlbFileOfOneBox() {
    assertThat(refusal(box)).isEmpty();
    assertThat(refusal(changed())).isEmpty();
  }

  @Nested
  @DisplayName("is refused as a file")
  class File {
    @Test
    void thatIsNoGlb() {
      assertThat(refusal("hello, world".getBytes(StandardCharsets.UTF_8)))
          .contains("no GLB file", "export it again as glTF Binary");
      assertThat(refusal(new byte[0])).contains("no GLB file");
    }

    @Test
    void ofAnotherVersion() {
      assertThat(refusal(with(4, 1))).contains("version 1, must be of version 2");
    }

    @Test
    void thatIsNotWhole() {
      assertThat(refusal(Arrays.copyOf(box, box.length - 4)))
          .contains("says " + box.length, "has " + (box.length - 4), "upload it again");
    }

    @Test
    void whoseChunksLieAboutTheirLength() {
      assertThat(refusal(with(12, 1 << 30))).contains("JSON chunk says 1073741824");
      assertThat(refusal(with(12, -4))).contains("JSON chunk says 4294967292");
      assertThat(refusal(with(16, 7))).contains("where the JSON chunk must");
    }

    @Test
    void thatIsTooLarge() {
      assertThat(refusal(new byte[LIMITS.bytesAtMost() + 1]))
          .contains("1048577", "at most 1048576", "make it smaller");
      json.put("extras", " ".repeat(4_000));
      for (int i = 0; i < 20; i++) json.put("extras" + i, " ".repeat(4_000));
      assertThat(refusal(changed())).contains("bytes of JSON", "at most 65536");
    }

    @Test
    void whoseJsonIsTooDeepOrNone() {
      assertThat(refusal(file("[".repeat(40) + "]".repeat(40)))).contains("32 levels");
      assertThat(refusal(file("[]"))).contains("it is no object");
      assertThat(refusal(file("{\"asset\":1,\"asset\":2}"))).contains("cannot be read", "asset");
    }

    @Test
    void ofAnotherGltf() {
      object("asset").put("version", "1.0");
      assertThat(refusal(changed())).contains("asset.version must be \"2.0\", was \"1.0\"");
    }
  }

  @Nested
  @DisplayName("is refused if it refers to something outside, or asks for more than glTF")
  class Outside {
    @Test
    void byABuffer() {
      first("buffers").put("uri", "https://example.org/a.bin");
      assertThat(refusal(changed())).contains("buffers[0].uri is there", "one .glb file");
    }

    @Test
    void byADataUri() {
      first("buffers").put("uri", "data:application/octet-stream;base64,AAAA");
      assertThat(refusal(changed())).contains("buffers[0].uri is there");
    }

    @Test
    void byAnImage() {
      json.putArray("images").addObject().put("uri", "face.png");
      assertThat(refusal(changed())).contains("images[0].uri is there");
    }

    @Test
    void byAnExtensionThatItRequires() {
      json.putArray("extensionsRequired").add("KHR_draco_mesh_compression");
      assertThat(refusal(changed()))
          .contains("extensionsRequired[0]", "KHR_draco_mesh_compression", "without it");
    }

    @Test
    void byAnExtensionThatCostsOthersMore() {
      first("nodes").putObject("extensions").putObject("EXT_mesh_gpu_instancing");
      assertThat(refusal(changed()))
          .contains("nodes[0].extensions has EXT_mesh_gpu_instancing", "KHR_materials_unlit");
      first("nodes").putObject("extensions").putObject("KHR_materials_unlit");
      assertThat(refusal(changed())).isEmpty();
    }
  }

  @Nested
  @DisplayName("is refused if its numbers are not all within the file")
  class Numbers {
    @Test
    void aBufferOfMoreBytesThanThereAre() {
      first("buffers").put("byteLength", 1 << 20);
      assertThat(refusal(changed())).contains("buffers[0].byteLength must be a whole number");
    }

    @Test
    void aViewBeyondTheBuffer() {
      first("bufferViews").put("byteOffset", 100);
      assertThat(refusal(changed())).contains("bufferViews[0].byteLength");
    }

    @Test
    void anAccessorBeyondItsView() {
      first("accessors").put("count", 25);
      assertThat(refusal(changed()))
          .contains("accessors[0].count must be a whole number from 1 to 24, was 25");
    }

    @Test
    void anAccessorOfNoView() {
      first("accessors").remove("bufferView");
      assertThat(refusal(changed())).contains("accessors[0].bufferView", "missing");
    }

    @Test
    void sparseOrUnaligned() {
      first("accessors").putObject("sparse");
      assertThat(refusal(changed())).contains("accessors[0].sparse");
      first("accessors").remove("sparse");
      first("accessors").put("byteOffset", 1);
      assertThat(refusal(changed())).contains("aligned to its numbers of 4 bytes");
    }

    @Test
    void whatIsNoWholeNumber() {
      for (String wrong : new String[] {"-1", "1.5", "1e999", "99999999999", "\"1\"", "null"}) {
        first("accessors").set("count", node(wrong));
        assertThat(refusal(changed())).as(wrong).contains("accessors[0].count");
      }
    }
  }

  @Nested
  @DisplayName("is refused if it is more than a browser can draw for many")
  class Size {
    @Test
    void byVerticesDrawnWhereverTheMeshIsShown() {
      var few = new ModelLimits(1 << 20, 1 << 16, 36, 16, 2, 64);
      assertThat(ModelRules.refusal(box, few)).as("a box has 12 triangles").isEmpty();
      array("nodes").addObject().put("mesh", 0);
      assertThat(ModelRules.refusal(changed(), few).orElse(""))
          .contains("vertices drawn: 72, may be at most 36", "simplify");
    }

    @Test
    void byNodes() {
      for (int i = 0; i < 16; i++) array("nodes").addObject();
      assertThat(refusal(changed())).contains("nodes: 17, may be at most 16");
    }

    @Test
    void byNodesInACircleOrBelowTwo() {
      first("nodes").putArray("children").add(1);
      array("nodes").addObject().putArray("children").add(0);
      assertThat(refusal(changed())).contains("not below itself");
      array("nodes").addObject().putArray("children").add(0);
      assertThat(refusal(changed())).contains("below no other");
    }

    @Test
    void byMorphs() {
      ArrayNode targets = primitive().putArray("targets");
      for (int i = 0; i < 9; i++) targets.addObject().put("POSITION", 0);
      assertThat(refusal(changed())).contains("targets: 9, may be at most 8");
    }

    @Test
    void byTextures() {
      for (int i = 0; i < 3; i++) json.withArray("textures").addObject();
      assertThat(refusal(changed())).contains("textures: 3, may be at most 2");
    }

    @Test
    void byAnImageThatIsLargeWhenItIsUnpacked() {
      assertThat(refusal(painted(PIXEL))).isEmpty();
      byte[] bomb = PIXEL.clone();
      ByteBuffer.wrap(bomb).putInt(16, 30_000);
      assertThat(refusal(painted(bomb))).contains("images[0], pixels of a side: 30000");
      byte[] jpeg = {-1, -40, -1, -32, 0, 4, 0, 0, -1, -64, 0, 8, 8, 0x12, 0, 0, 9, 1};
      assertThat(refusal(painted(jpeg))).contains("pixels of a side: 4608");
      assertThat(refusal(painted("GIF89a".getBytes(StandardCharsets.UTF_8))))
          .contains("a PNG or JPEG image");
    }

    @Test
    void orIfNothingIsDrawnAtAll() {
      first("nodes").remove("mesh");
      assertThat(refusal(changed())).contains("nothing is drawn");
      primitive().withObject("/attributes").remove("POSITION");
      assertThat(refusal(changed())).contains("attributes.POSITION", "missing");
    }
  }

  @Test
  @DisplayName("whatever its bytes are, is shown or refused with a sentence")
  void fuzz() {
    Random chance = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = i % 10 == 0 ? new byte[chance.nextInt(200)] : box.clone();
      if (i % 10 == 0) chance.nextBytes(file);
      for (int n = chance.nextInt(8); n >= 0 && file.length > 0; n--) {
        file[chance.nextInt(i % 2 == 0 ? file.length : Math.min(900, file.length))] =
            (byte) chance.nextInt(256);
      }
      assertThat(ModelRules.refusal(file, LIMITS)).satisfies(told -> told.ifPresent(this::sound));
    }
  }

  @Test
  @DisplayName("whatever stands in its JSON, is shown or refused with a sentence")
  void fuzzOfTheJson() {
    Random chance = new Random(11);
    String[] odd = {"null", "[]", "{}", "-1", "1e300", "2147483648", "\"x\"", "true", "[[]]", "0"};
    for (int i = 0; i < 20_000; i++) {
      ObjectNode mutant = json.deepCopy();
      for (int n = chance.nextInt(3); n >= 0; n--) {
        mutate(mutant, node(odd[chance.nextInt(odd.length)]), chance);
      }
      byte[] file = Figure.file(mutant.toString(), binary());
      assertThat(ModelRules.refusal(file, LIMITS)).satisfies(told -> told.ifPresent(this::sound));
    }
  }

  private void sound(String refusal) {
    assertThat(refusal).contains("; ").hasSizeLessThan(1_000);
  }

  private static void mutate(JsonNode in, JsonNode value, Random chance) {
    JsonNode at = in;
    while (true) {
      int which = at.size() == 0 ? 0 : chance.nextInt(at.size());
      String name =
          at.isObject() && at.size() > 0
              ? at.properties().stream().skip(which).findFirst().orElseThrow().getKey()
              : "";
      JsonNode next = at.isObject() ? at.path(name) : at.path(which);
      if (!next.isContainerNode() || next.isEmpty() || chance.nextInt(4) == 0) {
        if (at instanceof ObjectNode object) object.set(name, value);
        else if (at instanceof ArrayNode array && at.size() > 0) array.set(which, value);
        return;
      }
      at = next;
    }
  }

  private static String refusal(byte[] file) {
    return ModelRules.refusal(file, LIMITS).orElse("");
  }

  private byte[] with(int at, int value) {
    byte[] file = box.clone();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return file;
  }

  private static byte[] file(String json) {
    return Figure.file(json, new byte[4]);
  }

  private byte[] changed() {
    return Figure.file(json.toString(), binary());
  }

  /** With one image. */
  private byte[] painted(byte[] image) {
    byte[] before = binary();
    byte[] all = Arrays.copyOf(before, before.length + image.length);
    System.arraycopy(image, 0, all, before.length, image.length);
    ObjectNode painted = json.deepCopy();
    ((ObjectNode) painted.path("buffers").path(0)).put("byteLength", all.length);
    painted
        .withArray("bufferViews")
        .addObject()
        .put("buffer", 0)
        .put("byteOffset", before.length)
        .put("byteLength", image.length);
    painted.putArray("images").addObject().put("mimeType", "image/png").put("bufferView", 2);
    return Figure.file(painted.toString(), all);
  }

  private byte[] binary() {
    return Arrays.copyOfRange(box, 28 + jsonLength(box), box.length);
  }

  private ObjectNode object(String name) {
    return (ObjectNode) json.path(name);
  }

  private ArrayNode array(String name) {
    return (ArrayNode) json.path(name);
  }

  private ObjectNode first(String name) {
    return (ObjectNode) json.path(name).path(0);
  }

  private ObjectNode primitive() {
    return (ObjectNode) first("meshes").path("primitives").path(0);
  }

  private static int jsonLength(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
  }

  private static ObjectNode json(byte[] file) {
    return (ObjectNode) node(new String(file, 20, jsonLength(file), StandardCharsets.UTF_8));
  }

  private static JsonNode node(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
