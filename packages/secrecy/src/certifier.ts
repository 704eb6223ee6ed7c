import { componentsOf } from './components.ts';
import { Prover } from './prover.ts';
import { type Certificate, holds, isWhole, type Requirement } from './requirement.ts';
import type { Solver } from './solver.ts';
import type { System } from './system.ts';

/** A pattern and the proofs that it is safe: which requirement is proved by what, and what falls if a cell is published. */
export class Certifier {
  readonly hidden: Uint8Array;
  private readonly proofs = new Map<Requirement, Certificate>();
  private readonly usedBy = new Map<number, Set<Requirement>>();
  private readonly highs: Solver;
  private readonly system: System;
  private provers: Prover[] | undefined;
  private proverOf = new Map<number, Prover>();

  constructor(highs: Solver, system: System, hidden: Uint8Array) {
    this.highs = highs;
    this.system = system;
    this.hidden = hidden.slice();
  }

  proofOf(requirement: Requirement): Certificate | undefined {
    return this.proofs.get(requirement);
  }

  /** Keeps a proof found elsewhere, if it is one. */
  accept(requirement: Requirement, certificate: Certificate): boolean {
    if (!holds(this.system, this.hidden, requirement, certificate)) return false;
    this.forget(requirement);
    this.proofs.set(requirement, certificate);
    for (const cell of certificate.cells) {
      const users = this.usedBy.get(cell) ?? new Set();
      this.usedBy.set(cell, users.add(requirement));
    }
    return true;
  }

  usersOf(cell: number): Requirement[] {
    return [...(this.usedBy.get(cell) ?? [])];
  }

  hideMore(cells: Iterable<number>): void {
    let more = false;
    for (const cell of cells) {
      more ||= this.hidden[cell] === 0;
      this.hidden[cell] = 1;
    }
    if (more) this.dispose();
  }

  /** The requirements whose proof used the cell lose it. */
  publish(cell: number): void {
    this.seeing(cell).publish(cell);
    this.hidden[cell] = 0;
    for (const requirement of this.usersOf(cell)) this.forget(requirement);
  }

  hideAgain(cell: number): void {
    this.hidden[cell] = 1;
    this.seeing(cell).hide(cell);
  }

  prove(requirement: Requirement): boolean {
    const proof = this.seeing(requirement.cell).prove(requirement, (cell) => this.hidden[cell] === 0);
    return proof !== null && this.accept(requirement, proof);
  }

  /** The same, by whole moves where values are whole. */
  proveWholly(requirement: Requirement): boolean {
    return this.prove(requirement) && (!this.system.whole || isWhole(this.proofs.get(requirement)?.by));
  }

  /** Proves what has no proof yet. Stops early when the time is over: the rest is told as failed. */
  proveAll(requirements: readonly Requirement[], isLate: () => boolean = () => false): Requirement[] {
    const open = Map.groupBy(
      requirements.filter((requirement) => !this.proofs.has(requirement)),
      ({ cell }) => cell,
    );
    return [...open.values()].flat().filter((requirement) => {
      if (this.proofs.has(requirement)) return false;
      if (isLate() || !this.prove(requirement)) return true;
      this.proveAlong(requirement, open);
      return false;
    });
  }

  /** What proves one requirement, or the opposite of it, may prove those of other cells that it moves. */
  proveAlong(requirement: Requirement, open: ReadonlyMap<number, readonly Requirement[]>): void {
    const proof = this.proofs.get(requirement);
    if (proof === undefined || (this.system.whole && !isWhole(proof.by))) return;
    const opposite = { cells: proof.cells, by: proof.by.map((by) => -by) };
    for (const cell of proof.cells) {
      for (const other of open.get(cell) ?? []) {
        if (this.proofs.has(other)) continue;
        if (!this.accept(other, proof)) this.accept(other, opposite);
      }
    }
  }

  /** Takes over what another pattern had proved and this one still allows. */
  inherit(other: Certifier): void {
    for (const [requirement, proof] of other.proofs) this.accept(requirement, proof);
  }

  dispose(): void {
    for (const prover of this.provers ?? []) prover.dispose();
    this.provers = undefined;
    this.proverOf = new Map();
  }

  private seeing(cell: number): Prover {
    if (this.provers === undefined) {
      this.provers = componentsOf(this.system, this.hidden).map((cells) => {
        const prover = new Prover(this.highs, this.system, cells);
        for (const each of cells) this.proverOf.set(each, prover);
        return prover;
      });
    }
    const found = this.proverOf.get(cell);
    if (found === undefined) throw new RangeError(`${this.system.keys[cell]} is not hidden`);
    return found;
  }

  private forget(requirement: Requirement): void {
    for (const cell of this.proofs.get(requirement)?.cells ?? []) this.usedBy.get(cell)?.delete(requirement);
    this.proofs.delete(requirement);
  }
}
