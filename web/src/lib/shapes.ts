// A sigma node program that draws the five signs of tie states, so that the graph says in shape what it says in colour.
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { TieState } from './types';

export const shape_of: Record<TieState | 'none' | 'principal', number> = {
  active: 0,
  restored: 1,
  new: 2,
  cooling: 3,
  lapsed: 4,
  none: 5,
  principal: 0,
};

// Each node is a triangle around its disc; the fragment shader cuts the sign out of it by its signed distance.
const vertex = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_from_middle;
varying float v_radius;
varying float v_shape;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  v_from_middle = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_from_middle, 1)).xy, 0, 1);
  v_radius = size / 2.0;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const fragment = `
precision highp float;
uniform float u_correctionRatio;
uniform vec3 u_paper;
varying vec4 v_color;
varying vec2 v_from_middle;
varying float v_radius;
varying float v_shape;
float box(vec2 at, vec2 half_size) { vec2 out_by = abs(at) - half_size; return max(out_by.x, out_by.y); }
float sign_at(vec2 at) {
  float far = length(at);
  if (v_shape < 0.5) return far - 0.92;
  if (v_shape < 1.5) return (abs(at.x) + abs(at.y) - 1.18) * 0.71;
  if (v_shape < 2.5) return min(box(at, vec2(1.0, 0.3)), box(at, vec2(0.3, 1.0)));
  float ring = abs(far - 0.8) - 0.16;
  if (v_shape < 3.5) return min(ring, max(far - 0.8, at.x));
  if (v_shape < 4.5) return ring;
  return far - 0.5;
}
void main(void) {
  vec2 at = v_from_middle / v_radius;
  #ifdef PICKING_MODE
  gl_FragColor = length(at) < 1.1 ? v_color : vec4(0.0);
  #else
  float soft = 1.6 * u_correctionRatio / v_radius;
  float ink = 1.0 - smoothstep(-soft, soft, sign_at(at));
  float ground = v_shape > 2.5 && v_shape < 4.5 ? 1.0 - smoothstep(-soft, soft, length(at) - 0.9) : 0.0;
  gl_FragColor = mix(vec4(u_paper, 1.0) * ground, v_color, ink);
  #endif
}`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_paper'] as const;

// "#rrggbb" as three numbers 0..1.
export function rgb(hex: string): [number, number, number] {
  const number = Number.parseInt(hex.trim().slice(1), 16);
  return [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255];
}

// A program class for a page of this colour.
export function sign_program(paper: string) {
  return class extends NodeProgram<(typeof uniforms)[number]> {
    override getDefinition() {
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: vertex,
        FRAGMENT_SHADER_SOURCE: fragment,
        METHOD: TRIANGLES as 4,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_shape', size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }
    override processVisibleItem(node: number, start: number, data: NodeDisplayData & { shape?: number }): void {
      this.array.set([data.x, data.y, data.size, floatColor(data.color), node, data.shape ?? 0], start);
    }
    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      gl.uniform1f(uniformLocations['u_correctionRatio']!, params.correctionRatio);
      gl.uniform1f(uniformLocations['u_sizeRatio']!, params.sizeRatio);
      gl.uniformMatrix3fv(uniformLocations['u_matrix']!, false, params.matrix);
      gl.uniform3fv(uniformLocations['u_paper']!, rgb(paper));
    }
  };
}
