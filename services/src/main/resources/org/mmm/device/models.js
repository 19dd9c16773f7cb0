// The models of Personae, as drawn: each distinct one is loaded once, and all who are of it share it.

import * as THREE from "./three.module.min.js";
import { GLTFLoader } from "./GLTFLoader.js";
import { clone } from "./SkeletonUtils.js";

/** So many Personae are drawn as their models, and so many models kept, of which some may not be drawn now. */
const DRAWN = 64;
const KEPT = 24;
/** So much is spent on one picture; the nearest is drawn in any case, and who comes after that is spent, plainly. */
const PARTS = 160;
const TRIANGLES = 100_000;
/** Metres; what is larger or smaller is brought to these. */
const TALLEST = 2.2;
const WIDEST = 2.4;
const SMALLEST = 0.5;
const UNKNOWN = { drawn: 0, loading: false, template: null, height: 0, parts: 0, triangles: 0, again: 0 };
/** What could not be loaded is tried again after so many milliseconds. */
const AGAIN = 60_000;

export class Models {
  #scene;
  #loader = new GLTFLoader().register(standing);
  #kept = new Map();
  #drawn = new Map();
  #seen = new Set();
  #parts = 0;
  #triangles = 0;

  constructor(scene) {
    this.#scene = scene;
  }

  /** Draws that Persona as its model, {uri, bytes()}; false if that cannot be now. The nearest should come first. */
  draw(item, model, pose, turn, hop) {
    if (!model || this.#seen.size >= DRAWN) return false;
    const kept = this.#keep(model);
    if (!kept.template || this.#tooMuch(kept)) return false;
    let one = this.#drawn.get(item);
    if (one && one.kept !== kept) this.#remove(item, one);
    if (!one || one.kept !== kept) {
      one = { kept, object: clone(kept.template) };
      kept.drawn++;
      this.#drawn.set(item, one);
      this.#scene.add(one.object);
    }
    one.object.position.set(pose.x, pose.y + hop, pose.z);
    one.object.rotation.y = pose.yaw + turn;
    this.#seen.add(item);
    this.#parts += kept.parts;
    this.#triangles += kept.triangles;
    return true;
  }

  #tooMuch({ parts, triangles }) {
    return this.#seen.size > 0 && (this.#parts + parts > PARTS || this.#triangles + triangles > TRIANGLES);
  }

  /** Metres above the feet at which a name can stand; undefined if it is not drawn as a model. */
  heightOf(item) {
    return this.#drawn.get(item)?.kept.height;
  }

  /** The picture is whole: who was not drawn in it is no more, and what is too much is let go. */
  end() {
    for (const [item, one] of this.#drawn) if (!this.#seen.has(item)) this.#remove(item, one);
    this.#seen.clear();
    this.#parts = this.#triangles = 0;
    for (const [uri, kept] of this.#kept) {
      if (this.#kept.size <= KEPT) break;
      if (kept.drawn > 0 || kept.loading) continue;
      this.#kept.delete(uri);
      if (kept.template) dispose(kept.template);
    }
  }

  #keep(model) {
    const kept = this.#kept.get(model.uri) ?? { ...UNKNOWN };
    this.#kept.delete(model.uri);
    this.#kept.set(model.uri, kept); // the last that goes
    if (!kept.template && !kept.loading && performance.now() >= kept.again) this.#load(model, kept);
    return kept;
  }

  async #load(model, kept) {
    kept.loading = true;
    try {
      const { scene } = await this.#loader.parseAsync(await model.bytes(), "");
      kept.height = fit(scene);
      scene.traverse((part) => {
        if (!part.geometry) return;
        kept.parts++;
        kept.triangles += (part.geometry.index ?? part.geometry.attributes.position).count / 3;
      });
      kept.template = new THREE.Group().add(scene);
    } catch (failure) {
      console.warn("a Persona is drawn plainly:", failure);
      kept.again = performance.now() + AGAIN;
    } finally {
      kept.loading = false;
    }
  }

  #remove(item, { kept, object }) {
    this.#drawn.delete(item);
    this.#scene.remove(object);
    object.traverse((part) => part.skeleton?.dispose());
    kept.drawn--;
  }
}

/** How Personae move is told by the Room: what a model could do by itself is not even read. */
function standing(parser) {
  return {
    name: "standing",
    beforeRoot() {
      delete parser.json.animations;
      return null;
    },
  };
}

/** Lets it stand on the floor, in the middle, looking along -z as yaw 0 does; answers its height in metres. */
function fit(scene) {
  const box = new THREE.Box3().setFromObject(scene);
  const size = box.getSize(new THREE.Vector3());
  const middle = box.getCenter(new THREE.Vector3());
  const wide = Math.max(size.x, size.z);
  const most = Math.min(TALLEST / size.y, WIDEST / wide);
  const scale = Math.min(most, Math.max(1, SMALLEST / size.y));
  if (!Number.isFinite(scale) || !(scale > 0)) throw new Error("it has no size");
  scene.scale.setScalar(scale);
  scene.rotation.y = Math.PI;
  scene.position.set(middle.x * scale, -box.min.y * scale, middle.z * scale);
  return size.y * scale;
}

function dispose(template) {
  template.traverse((part) => {
    part.geometry?.dispose();
    for (const material of [part.material ?? []].flat()) {
      for (const value of Object.values(material)) {
        if (!value?.isTexture) continue;
        value.dispose();
        value.source.data?.close?.();
      }
      material.dispose();
    }
  });
}
