// The place, drawn. Personae without a model share two meshes, so that a hundred cost two draw calls; the nearest have
// name tags.

import { Models } from "./models.js";
import * as THREE from "./three.module.min.js";

const MOST = 1024;
const TAGS = 24;
const EYE = 1.6;
const BACK = 5;
/** Metres of a Persona without a model. */
const PLAIN = 1.85;
/** Metres of what the frames do not tell the size of. */
const SIDES = { Parcel: 12, Room: 8, MLocation: 8 };
const COLOURS = { Parcel: 0x7fa66b, Room: 0xc9a27a, MLocation: 0x9a8fb8 };

export class Scene {
  #renderer;
  #scene = new THREE.Scene();
  #camera = new THREE.PerspectiveCamera(60, 1, 0.1, 1500);
  #ground = new THREE.Group();
  #bodies = personae(new THREE.CapsuleGeometry(0.3, 0.9, 4, 12), 0.75);
  #heads = personae(new THREE.SphereGeometry(0.22, 12, 10), 1.62);
  #blocks = new Map();
  #tags = new Map();
  #models = new Models(this.#scene);
  #matrix = new THREE.Matrix4();
  #colour = new THREE.Color();

  /** Throws where there is no WebGL. */
  constructor(canvas) {
    this.#renderer = new THREE.WebGLRenderer({ canvas, antialias: true });
    this.#scene.background = new THREE.Color(0xa9c7e6);
    this.#scene.fog = new THREE.Fog(0xa9c7e6, 80, 400);
    this.#scene.add(new THREE.HemisphereLight(0xffffff, 0x667755, 2.2));
    const sun = new THREE.DirectionalLight(0xffffff, 1.2);
    sun.position.set(3, 8, 5);
    this.#scene.add(sun, this.#ground, this.#bodies, this.#heads);
  }

  /** A floor of that side in metres, with walls of a place that is a Room. */
  floor(side, walled) {
    this.#ground.clear();
    const floor = new THREE.Mesh(
      new THREE.PlaneGeometry(side, side).rotateX(-Math.PI / 2),
      new THREE.MeshLambertMaterial({ color: walled ? 0xd8cdbb : 0x8fae7e }),
    );
    const grid = new THREE.GridHelper(side, Math.max(1, Math.round(side / 2)), 0x555555, 0x999999);
    grid.position.y = 0.01;
    this.#ground.add(floor, grid);
    const wall = new THREE.MeshLambertMaterial({ color: 0xb9a98f, transparent: true, opacity: 0.5 });
    for (let i = 0; i < (walled ? 4 : 0); i++) {
      const one = new THREE.Mesh(new THREE.BoxGeometry(side, 2.5, 0.1), wall);
      const turn = (i * Math.PI) / 2;
      one.position.set((Math.sin(turn) * side) / 2, 1.25, (Math.cos(turn) * side) / 2);
      one.rotation.y = turn;
      this.#ground.add(one);
    }
  }

  /** Draws all that is here: shown has {item, dataType, label, pose, phase, own, model}; phase is null or seconds. */
  draw(shown, eye, yaw, pitch) {
    this.#resize();
    let count = 0;
    const blocks = new Set();
    for (const one of byDistance(shown, eye)) {
      if (one.dataType === "Persona") {
        if (count < MOST && !this.#model(one)) this.#persona(count++, one);
      } else if (one.dataType in SIDES) {
        this.#block(one);
        blocks.add(one.item);
      }
    }
    this.#models.end();
    for (const mesh of [this.#bodies, this.#heads]) {
      mesh.count = count;
      mesh.instanceMatrix.needsUpdate = true;
      if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
    }
    for (const [item, mesh] of this.#blocks) if (!blocks.has(item)) this.#remove(this.#blocks, item, mesh);
    this.#tag(shown, eye);
    this.#look(eye, yaw, pitch);
    this.#renderer.render(this.#scene, this.#camera);
  }

  #look(eye, yaw, pitch) {
    const flat = Math.cos(pitch) * BACK;
    this.#camera.position.set(
      eye.x + Math.sin(yaw) * flat,
      Math.max(0.3, eye.y + EYE + Math.sin(pitch) * BACK),
      eye.z + Math.cos(yaw) * flat,
    );
    this.#camera.lookAt(eye.x, eye.y + EYE, eye.z);
  }

  #model({ item, model, pose, phase }) {
    const { turn, hop } = dance(phase);
    return this.#models.draw(item, model, pose, turn, hop);
  }

  #persona(index, { item, pose, phase }) {
    this.#colour.setHSL(hue(item), 0.55, 0.5);
    const { turn, hop } = dance(phase);
    for (const mesh of [this.#bodies, this.#heads]) {
      const height = pose.y + hop + mesh.userData.height;
      this.#matrix.makeRotationY(pose.yaw + turn).setPosition(pose.x, height, pose.z);
      mesh.setMatrixAt(index, this.#matrix);
      mesh.setColorAt(index, this.#colour);
    }
  }

  #block({ item, dataType, pose }) {
    let mesh = this.#blocks.get(item);
    if (!mesh) {
      const height = dataType === "Parcel" ? 0.1 : 3;
      const material = new THREE.MeshLambertMaterial({
        color: COLOURS[dataType],
        transparent: height > 1,
        opacity: height > 1 ? 0.75 : 1,
      });
      mesh = new THREE.Mesh(new THREE.BoxGeometry(SIDES[dataType], height, SIDES[dataType]), material);
      mesh.userData.height = height / 2;
      this.#blocks.set(item, mesh);
      this.#scene.add(mesh);
    }
    mesh.position.set(pose.x, pose.y + mesh.userData.height, pose.z);
    mesh.rotation.y = pose.yaw;
  }

  #tag(shown, eye) {
    const near = byDistance(
      shown.filter((one) => !one.own && one.dataType in { Persona: 1, Room: 1, MLocation: 1 }),
      eye,
    ).slice(0, TAGS);
    const wanted = new Set(near.map((one) => one.item));
    for (const [item, tag] of this.#tags) if (!wanted.has(item)) this.#remove(this.#tags, item, tag);
    for (const one of near) {
      let tag = this.#tags.get(one.item);
      if (!tag) {
        tag = nameTag(one.label);
        this.#tags.set(one.item, tag);
        this.#scene.add(tag);
      }
      const above = one.dataType === "Persona" ? (this.#models.heightOf(one.item) ?? PLAIN) + 0.25 : 3.5;
      tag.position.set(one.pose.x, one.pose.y + above, one.pose.z);
    }
  }

  #remove(from, item, object) {
    from.delete(item);
    this.#scene.remove(object);
    object.material.map?.dispose();
    object.material.dispose();
    if (object.isMesh) object.geometry.dispose();
  }

  #resize() {
    const canvas = this.#renderer.domElement;
    const { clientWidth: width, clientHeight: height } = canvas;
    const ratio = Math.min(2, devicePixelRatio);
    if (canvas.width === Math.floor(width * ratio) && canvas.height === Math.floor(height * ratio)) return;
    this.#renderer.setPixelRatio(ratio);
    this.#renderer.setSize(width, height, false);
    this.#camera.aspect = width / Math.max(1, height);
    this.#camera.updateProjectionMatrix();
  }
}

function byDistance(shown, eye) {
  return shown
    .map((one) => ({ ...one, far: Math.hypot(one.pose.x - eye.x, one.pose.z - eye.z) }))
    .sort((a, b) => a.far - b.far);
}

/** What its Stream holds is the business of who may read it: any animation is drawn as a dance. */
function dance(phase) {
  if (phase === null) return { turn: 0, hop: 0 };
  return { turn: Math.sin(phase * 5) * 0.7, hop: Math.abs(Math.sin(phase * 5)) * 0.25 };
}

function personae(geometry, height) {
  const mesh = new THREE.InstancedMesh(geometry, new THREE.MeshLambertMaterial(), MOST);
  mesh.count = 0;
  mesh.frustumCulled = false;
  mesh.userData.height = height;
  return mesh;
}

function nameTag(text) {
  const canvas = document.createElement("canvas");
  canvas.width = 256;
  canvas.height = 48;
  const pen = canvas.getContext("2d");
  pen.font = "28px system-ui, sans-serif";
  pen.textAlign = "center";
  pen.fillStyle = "#000a";
  pen.fillRect(0, 0, 256, 48);
  pen.fillStyle = "#fff";
  pen.fillText(text.length > 18 ? `${text.slice(0, 17)}…` : text, 128, 34, 244);
  const tag = new THREE.Sprite(
    new THREE.SpriteMaterial({ map: new THREE.CanvasTexture(canvas), depthTest: false }),
  );
  tag.scale.set(1.6, 0.3, 1);
  return tag;
}

/** The same colour for the same ID on every screen. */
function hue(text) {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) >>> 0;
  return (sum % 360) / 360;
}
