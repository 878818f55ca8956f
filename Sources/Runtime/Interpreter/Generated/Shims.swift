// Generated from the opcode table by `swift run generate`; do not edit.

import Bytecode
import CRuntime

@_silgen_name("x_nop") @inline(__always)
func x_nop(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.nop(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadConstant") @inline(__always)
func x_loadConstant(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadConstant(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadInteger") @inline(__always)
func x_loadInteger(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadInteger(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadSpecial") @inline(__always)
func x_loadSpecial(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadSpecial(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_move") @inline(__always)
func x_move(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.move(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_drop") @inline(__always)
func x_drop(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.drop(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_checkBound") @inline(__always)
func x_checkBound(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.checkBound(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_deleteLocal") @inline(__always)
func x_deleteLocal(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.deleteLocal(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_clearLocals") @inline(__always)
func x_clearLocals(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.clearLocals(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_makeCell") @inline(__always)
func x_makeCell(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.makeCell(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadCell") @inline(__always)
func x_loadCell(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadCell(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_storeCell") @inline(__always)
func x_storeCell(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.storeCell(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_deleteCell") @inline(__always)
func x_deleteCell(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.deleteCell(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadFree") @inline(__always)
func x_loadFree(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadFree(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_storeFree") @inline(__always)
func x_storeFree(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.storeFree(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_deleteFree") @inline(__always)
func x_deleteFree(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.deleteFree(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadClosure") @inline(__always)
func x_loadClosure(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadClosure(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadGlobal") @inline(__always)
func x_loadGlobal(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadGlobal(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_storeGlobal") @inline(__always)
func x_storeGlobal(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.storeGlobal(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_deleteGlobal") @inline(__always)
func x_deleteGlobal(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.deleteGlobal(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadName") @inline(__always)
func x_loadName(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadName(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_storeName") @inline(__always)
func x_storeName(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.storeName(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_deleteName") @inline(__always)
func x_deleteName(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.deleteName(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadClassFree") @inline(__always)
func x_loadClassFree(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadClassFree(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadClassGlobal") @inline(__always)
func x_loadClassGlobal(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadClassGlobal(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadAttribute") @inline(__always)
func x_loadAttribute(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadAttribute(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_storeAttribute") @inline(__always)
func x_storeAttribute(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.storeAttribute(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_deleteAttribute") @inline(__always)
func x_deleteAttribute(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.deleteAttribute(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadMethod") @inline(__always)
func x_loadMethod(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadMethod(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadSuperMethod") @inline(__always)
func x_loadSuperMethod(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadSuperMethod(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadSuperAttribute") @inline(__always)
func x_loadSuperAttribute(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadSuperAttribute(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadItem") @inline(__always)
func x_loadItem(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadItem(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadItemImmediate") @inline(__always)
func x_loadItemImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadItemImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_storeItem") @inline(__always)
func x_storeItem(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.storeItem(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_deleteItem") @inline(__always)
func x_deleteItem(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.deleteItem(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_buildSlice") @inline(__always)
func x_buildSlice(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.buildSlice(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_add") @inline(__always)
func x_add(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.add(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_subtract") @inline(__always)
func x_subtract(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.subtract(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_multiply") @inline(__always)
func x_multiply(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.multiply(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_matrixMultiply") @inline(__always)
func x_matrixMultiply(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.matrixMultiply(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_trueDivide") @inline(__always)
func x_trueDivide(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.trueDivide(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_floorDivide") @inline(__always)
func x_floorDivide(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.floorDivide(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_modulo") @inline(__always)
func x_modulo(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.modulo(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_power") @inline(__always)
func x_power(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.power(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_leftShift") @inline(__always)
func x_leftShift(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.leftShift(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_rightShift") @inline(__always)
func x_rightShift(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.rightShift(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_bitAnd") @inline(__always)
func x_bitAnd(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.bitAnd(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_bitOr") @inline(__always)
func x_bitOr(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.bitOr(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_bitXor") @inline(__always)
func x_bitXor(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.bitXor(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_addInPlace") @inline(__always)
func x_addInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.addInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_subtractInPlace") @inline(__always)
func x_subtractInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.subtractInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_multiplyInPlace") @inline(__always)
func x_multiplyInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.multiplyInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_matrixMultiplyInPlace") @inline(__always)
func x_matrixMultiplyInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.matrixMultiplyInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_trueDivideInPlace") @inline(__always)
func x_trueDivideInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.trueDivideInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_floorDivideInPlace") @inline(__always)
func x_floorDivideInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.floorDivideInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_moduloInPlace") @inline(__always)
func x_moduloInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.moduloInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_powerInPlace") @inline(__always)
func x_powerInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.powerInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_leftShiftInPlace") @inline(__always)
func x_leftShiftInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.leftShiftInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_rightShiftInPlace") @inline(__always)
func x_rightShiftInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.rightShiftInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_bitAndInPlace") @inline(__always)
func x_bitAndInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.bitAndInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_bitOrInPlace") @inline(__always)
func x_bitOrInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.bitOrInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_bitXorInPlace") @inline(__always)
func x_bitXorInPlace(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.bitXorInPlace(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_addImmediate") @inline(__always)
func x_addImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.addImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_subtractImmediate") @inline(__always)
func x_subtractImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.subtractImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_multiplyImmediate") @inline(__always)
func x_multiplyImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.multiplyImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_floorDivideImmediate") @inline(__always)
func x_floorDivideImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.floorDivideImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_moduloImmediate") @inline(__always)
func x_moduloImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.moduloImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_leftShiftImmediate") @inline(__always)
func x_leftShiftImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.leftShiftImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_rightShiftImmediate") @inline(__always)
func x_rightShiftImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.rightShiftImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_bitAndImmediate") @inline(__always)
func x_bitAndImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.bitAndImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_addInPlaceImmediate") @inline(__always)
func x_addInPlaceImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.addInPlaceImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_subtractInPlaceImmediate") @inline(__always)
func x_subtractInPlaceImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.subtractInPlaceImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_negate") @inline(__always)
func x_negate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.negate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_positive") @inline(__always)
func x_positive(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.positive(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_invert") @inline(__always)
func x_invert(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.invert(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_not") @inline(__always)
func x_not(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.not(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_compareLess") @inline(__always)
func x_compareLess(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.compareLess(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_compareLessEqual") @inline(__always)
func x_compareLessEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.compareLessEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_compareEqual") @inline(__always)
func x_compareEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.compareEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_compareNotEqual") @inline(__always)
func x_compareNotEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.compareNotEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_compareGreater") @inline(__always)
func x_compareGreater(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.compareGreater(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_compareGreaterEqual") @inline(__always)
func x_compareGreaterEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.compareGreaterEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_is") @inline(__always)
func x_is(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.is(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_isNot") @inline(__always)
func x_isNot(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.isNot(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_contains") @inline(__always)
func x_contains(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.contains(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_notContains") @inline(__always)
func x_notContains(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.notContains(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jump") @inline(__always)
func x_jump(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jump(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfTrue") @inline(__always)
func x_jumpIfTrue(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfTrue(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfFalse") @inline(__always)
func x_jumpIfFalse(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfFalse(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfTrueOrDrop") @inline(__always)
func x_jumpIfTrueOrDrop(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfTrueOrDrop(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfFalseOrDrop") @inline(__always)
func x_jumpIfFalseOrDrop(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfFalseOrDrop(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfNone") @inline(__always)
func x_jumpIfNone(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfNone(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfNotNone") @inline(__always)
func x_jumpIfNotNone(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfNotNone(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfIs") @inline(__always)
func x_jumpIfIs(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfIs(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfIsNot") @inline(__always)
func x_jumpIfIsNot(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfIsNot(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfLess") @inline(__always)
func x_jumpIfLess(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfLess(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfLessEqual") @inline(__always)
func x_jumpIfLessEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfLessEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfEqual") @inline(__always)
func x_jumpIfEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfNotEqual") @inline(__always)
func x_jumpIfNotEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfNotEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfGreater") @inline(__always)
func x_jumpIfGreater(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfGreater(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfGreaterEqual") @inline(__always)
func x_jumpIfGreaterEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfGreaterEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessLess") @inline(__always)
func x_jumpUnlessLess(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessLess(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessLessEqual") @inline(__always)
func x_jumpUnlessLessEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessLessEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessEqual") @inline(__always)
func x_jumpUnlessEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessNotEqual") @inline(__always)
func x_jumpUnlessNotEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessNotEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessGreater") @inline(__always)
func x_jumpUnlessGreater(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessGreater(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessGreaterEqual") @inline(__always)
func x_jumpUnlessGreaterEqual(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessGreaterEqual(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfLessImmediate") @inline(__always)
func x_jumpIfLessImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfLessImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfLessEqualImmediate") @inline(__always)
func x_jumpIfLessEqualImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfLessEqualImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfEqualImmediate") @inline(__always)
func x_jumpIfEqualImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfEqualImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfNotEqualImmediate") @inline(__always)
func x_jumpIfNotEqualImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfNotEqualImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfGreaterImmediate") @inline(__always)
func x_jumpIfGreaterImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfGreaterImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfGreaterEqualImmediate") @inline(__always)
func x_jumpIfGreaterEqualImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfGreaterEqualImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessLessImmediate") @inline(__always)
func x_jumpUnlessLessImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessLessImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessLessEqualImmediate") @inline(__always)
func x_jumpUnlessLessEqualImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessLessEqualImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessEqualImmediate") @inline(__always)
func x_jumpUnlessEqualImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessEqualImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessNotEqualImmediate") @inline(__always)
func x_jumpUnlessNotEqualImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessNotEqualImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessGreaterImmediate") @inline(__always)
func x_jumpUnlessGreaterImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessGreaterImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpUnlessGreaterEqualImmediate") @inline(__always)
func x_jumpUnlessGreaterEqualImmediate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpUnlessGreaterEqualImmediate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loopHeader") @inline(__always)
func x_loopHeader(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loopHeader(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_call") @inline(__always)
func x_call(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.call(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_callMethod") @inline(__always)
func x_callMethod(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.callMethod(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_callKeywords") @inline(__always)
func x_callKeywords(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.callKeywords(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_callMethodKeywords") @inline(__always)
func x_callMethodKeywords(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.callMethodKeywords(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_callExtended") @inline(__always)
func x_callExtended(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.callExtended(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_return") @inline(__always)
func x_return(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.return(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_returnNone") @inline(__always)
func x_returnNone(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.returnNone(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_buildTuple") @inline(__always)
func x_buildTuple(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.buildTuple(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_buildList") @inline(__always)
func x_buildList(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.buildList(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_buildSet") @inline(__always)
func x_buildSet(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.buildSet(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_buildMap") @inline(__always)
func x_buildMap(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.buildMap(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_buildString") @inline(__always)
func x_buildString(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.buildString(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_listAppend") @inline(__always)
func x_listAppend(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.listAppend(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_setAdd") @inline(__always)
func x_setAdd(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.setAdd(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_mapAdd") @inline(__always)
func x_mapAdd(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.mapAdd(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_listExtend") @inline(__always)
func x_listExtend(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.listExtend(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_setUpdate") @inline(__always)
func x_setUpdate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.setUpdate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_dictUpdate") @inline(__always)
func x_dictUpdate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.dictUpdate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_dictMerge") @inline(__always)
func x_dictMerge(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.dictMerge(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_listToTuple") @inline(__always)
func x_listToTuple(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.listToTuple(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_formatValue") @inline(__always)
func x_formatValue(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.formatValue(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_formatValueSpec") @inline(__always)
func x_formatValueSpec(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.formatValueSpec(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_convertValue") @inline(__always)
func x_convertValue(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.convertValue(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_unpackSequence") @inline(__always)
func x_unpackSequence(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.unpackSequence(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_unpackStarred") @inline(__always)
func x_unpackStarred(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.unpackStarred(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_getIterator") @inline(__always)
func x_getIterator(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.getIterator(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_forIterate") @inline(__always)
func x_forIterate(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.forIterate(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_makeGenerator") @inline(__always)
func x_makeGenerator(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.makeGenerator(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_yield") @inline(__always)
func x_yield(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.yield(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_getYieldFromIterator") @inline(__always)
func x_getYieldFromIterator(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.getYieldFromIterator(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_send") @inline(__always)
func x_send(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.send(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_yieldDelegating") @inline(__always)
func x_yieldDelegating(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.yieldDelegating(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_getAwaitable") @inline(__always)
func x_getAwaitable(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.getAwaitable(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_getAsyncIterator") @inline(__always)
func x_getAsyncIterator(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.getAsyncIterator(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_getAsyncNext") @inline(__always)
func x_getAsyncNext(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.getAsyncNext(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_endAsyncFor") @inline(__always)
func x_endAsyncFor(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.endAsyncFor(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_enterAsyncContext") @inline(__always)
func x_enterAsyncContext(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.enterAsyncContext(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_exitAsyncContext") @inline(__always)
func x_exitAsyncContext(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.exitAsyncContext(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_exitAsyncContextException") @inline(__always)
func x_exitAsyncContextException(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.exitAsyncContextException(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_raise") @inline(__always)
func x_raise(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.raise(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_reraise") @inline(__always)
func x_reraise(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.reraise(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_endHandler") @inline(__always)
func x_endHandler(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.endHandler(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_jumpIfNotMatch") @inline(__always)
func x_jumpIfNotMatch(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.jumpIfNotMatch(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_enterContext") @inline(__always)
func x_enterContext(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.enterContext(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_exitContext") @inline(__always)
func x_exitContext(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.exitContext(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_exitContextException") @inline(__always)
func x_exitContextException(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.exitContextException(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadAssertionError") @inline(__always)
func x_loadAssertionError(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadAssertionError(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_importName") @inline(__always)
func x_importName(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.importName(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_importFrom") @inline(__always)
func x_importFrom(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.importFrom(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_importStar") @inline(__always)
func x_importStar(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.importStar(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_makeFunction") @inline(__always)
func x_makeFunction(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.makeFunction(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_loadBuildClass") @inline(__always)
func x_loadBuildClass(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.loadBuildClass(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_matchSequence") @inline(__always)
func x_matchSequence(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.matchSequence(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_matchMapping") @inline(__always)
func x_matchMapping(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.matchMapping(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_getLength") @inline(__always)
func x_getLength(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.getLength(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_matchKeys") @inline(__always)
func x_matchKeys(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.matchKeys(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_matchClass") @inline(__always)
func x_matchClass(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.matchClass(&pc, &r, &k, ThreadState(thread), w)
}

@_silgen_name("x_intrinsic") @inline(__always)
func x_intrinsic(
  _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
  _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
) {
  Instructions.intrinsic(&pc, &r, &k, ThreadState(thread), w)
}

/// Runs from `pc` to the next `exit` instruction and returns the register that it names.
@inline(never)
func runTailCalling(
  _ pc: UnsafeMutablePointer<UInt64>, _ r: UnsafeMutablePointer<UInt>,
  _ k: UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer
) -> UInt {
  racer_run(pc, r, k, thread)
}

/// The same as one `switch`: for toolchains without guaranteed tail calls, and to test against.
@inline(never)
func runPortably(
  _ start: UnsafeMutablePointer<UInt64>, _ registers: UnsafeMutablePointer<UInt>,
  _ constants: UnsafeMutablePointer<UInt>, _ threadPointer: UnsafeMutableRawPointer
) -> UInt {
  var pc = start
  var r = registers
  var k = constants
  let thread = ThreadState(threadPointer)
  while true {
    let w = pc.pointee
    pc += 1
    switch unsafeBitCast(UInt8(truncatingIfNeeded: w), to: Opcode.self) {
    case .nop: Instructions.nop(&pc, &r, &k, thread, w)
    case .loadConstant: Instructions.loadConstant(&pc, &r, &k, thread, w)
    case .loadInteger: Instructions.loadInteger(&pc, &r, &k, thread, w)
    case .loadSpecial: Instructions.loadSpecial(&pc, &r, &k, thread, w)
    case .move: Instructions.move(&pc, &r, &k, thread, w)
    case .drop: Instructions.drop(&pc, &r, &k, thread, w)
    case .checkBound: Instructions.checkBound(&pc, &r, &k, thread, w)
    case .deleteLocal: Instructions.deleteLocal(&pc, &r, &k, thread, w)
    case .clearLocals: Instructions.clearLocals(&pc, &r, &k, thread, w)
    case .makeCell: Instructions.makeCell(&pc, &r, &k, thread, w)
    case .loadCell: Instructions.loadCell(&pc, &r, &k, thread, w)
    case .storeCell: Instructions.storeCell(&pc, &r, &k, thread, w)
    case .deleteCell: Instructions.deleteCell(&pc, &r, &k, thread, w)
    case .loadFree: Instructions.loadFree(&pc, &r, &k, thread, w)
    case .storeFree: Instructions.storeFree(&pc, &r, &k, thread, w)
    case .deleteFree: Instructions.deleteFree(&pc, &r, &k, thread, w)
    case .loadClosure: Instructions.loadClosure(&pc, &r, &k, thread, w)
    case .loadGlobal: Instructions.loadGlobal(&pc, &r, &k, thread, w)
    case .storeGlobal: Instructions.storeGlobal(&pc, &r, &k, thread, w)
    case .deleteGlobal: Instructions.deleteGlobal(&pc, &r, &k, thread, w)
    case .loadName: Instructions.loadName(&pc, &r, &k, thread, w)
    case .storeName: Instructions.storeName(&pc, &r, &k, thread, w)
    case .deleteName: Instructions.deleteName(&pc, &r, &k, thread, w)
    case .loadClassFree: Instructions.loadClassFree(&pc, &r, &k, thread, w)
    case .loadClassGlobal: Instructions.loadClassGlobal(&pc, &r, &k, thread, w)
    case .loadAttribute: Instructions.loadAttribute(&pc, &r, &k, thread, w)
    case .storeAttribute: Instructions.storeAttribute(&pc, &r, &k, thread, w)
    case .deleteAttribute: Instructions.deleteAttribute(&pc, &r, &k, thread, w)
    case .loadMethod: Instructions.loadMethod(&pc, &r, &k, thread, w)
    case .loadSuperMethod: Instructions.loadSuperMethod(&pc, &r, &k, thread, w)
    case .loadSuperAttribute: Instructions.loadSuperAttribute(&pc, &r, &k, thread, w)
    case .loadItem: Instructions.loadItem(&pc, &r, &k, thread, w)
    case .loadItemImmediate: Instructions.loadItemImmediate(&pc, &r, &k, thread, w)
    case .storeItem: Instructions.storeItem(&pc, &r, &k, thread, w)
    case .deleteItem: Instructions.deleteItem(&pc, &r, &k, thread, w)
    case .buildSlice: Instructions.buildSlice(&pc, &r, &k, thread, w)
    case .add: Instructions.add(&pc, &r, &k, thread, w)
    case .subtract: Instructions.subtract(&pc, &r, &k, thread, w)
    case .multiply: Instructions.multiply(&pc, &r, &k, thread, w)
    case .matrixMultiply: Instructions.matrixMultiply(&pc, &r, &k, thread, w)
    case .trueDivide: Instructions.trueDivide(&pc, &r, &k, thread, w)
    case .floorDivide: Instructions.floorDivide(&pc, &r, &k, thread, w)
    case .modulo: Instructions.modulo(&pc, &r, &k, thread, w)
    case .power: Instructions.power(&pc, &r, &k, thread, w)
    case .leftShift: Instructions.leftShift(&pc, &r, &k, thread, w)
    case .rightShift: Instructions.rightShift(&pc, &r, &k, thread, w)
    case .bitAnd: Instructions.bitAnd(&pc, &r, &k, thread, w)
    case .bitOr: Instructions.bitOr(&pc, &r, &k, thread, w)
    case .bitXor: Instructions.bitXor(&pc, &r, &k, thread, w)
    case .addInPlace: Instructions.addInPlace(&pc, &r, &k, thread, w)
    case .subtractInPlace: Instructions.subtractInPlace(&pc, &r, &k, thread, w)
    case .multiplyInPlace: Instructions.multiplyInPlace(&pc, &r, &k, thread, w)
    case .matrixMultiplyInPlace: Instructions.matrixMultiplyInPlace(&pc, &r, &k, thread, w)
    case .trueDivideInPlace: Instructions.trueDivideInPlace(&pc, &r, &k, thread, w)
    case .floorDivideInPlace: Instructions.floorDivideInPlace(&pc, &r, &k, thread, w)
    case .moduloInPlace: Instructions.moduloInPlace(&pc, &r, &k, thread, w)
    case .powerInPlace: Instructions.powerInPlace(&pc, &r, &k, thread, w)
    case .leftShiftInPlace: Instructions.leftShiftInPlace(&pc, &r, &k, thread, w)
    case .rightShiftInPlace: Instructions.rightShiftInPlace(&pc, &r, &k, thread, w)
    case .bitAndInPlace: Instructions.bitAndInPlace(&pc, &r, &k, thread, w)
    case .bitOrInPlace: Instructions.bitOrInPlace(&pc, &r, &k, thread, w)
    case .bitXorInPlace: Instructions.bitXorInPlace(&pc, &r, &k, thread, w)
    case .addImmediate: Instructions.addImmediate(&pc, &r, &k, thread, w)
    case .subtractImmediate: Instructions.subtractImmediate(&pc, &r, &k, thread, w)
    case .multiplyImmediate: Instructions.multiplyImmediate(&pc, &r, &k, thread, w)
    case .floorDivideImmediate: Instructions.floorDivideImmediate(&pc, &r, &k, thread, w)
    case .moduloImmediate: Instructions.moduloImmediate(&pc, &r, &k, thread, w)
    case .leftShiftImmediate: Instructions.leftShiftImmediate(&pc, &r, &k, thread, w)
    case .rightShiftImmediate: Instructions.rightShiftImmediate(&pc, &r, &k, thread, w)
    case .bitAndImmediate: Instructions.bitAndImmediate(&pc, &r, &k, thread, w)
    case .addInPlaceImmediate: Instructions.addInPlaceImmediate(&pc, &r, &k, thread, w)
    case .subtractInPlaceImmediate: Instructions.subtractInPlaceImmediate(&pc, &r, &k, thread, w)
    case .negate: Instructions.negate(&pc, &r, &k, thread, w)
    case .positive: Instructions.positive(&pc, &r, &k, thread, w)
    case .invert: Instructions.invert(&pc, &r, &k, thread, w)
    case .not: Instructions.not(&pc, &r, &k, thread, w)
    case .compareLess: Instructions.compareLess(&pc, &r, &k, thread, w)
    case .compareLessEqual: Instructions.compareLessEqual(&pc, &r, &k, thread, w)
    case .compareEqual: Instructions.compareEqual(&pc, &r, &k, thread, w)
    case .compareNotEqual: Instructions.compareNotEqual(&pc, &r, &k, thread, w)
    case .compareGreater: Instructions.compareGreater(&pc, &r, &k, thread, w)
    case .compareGreaterEqual: Instructions.compareGreaterEqual(&pc, &r, &k, thread, w)
    case .is: Instructions.is(&pc, &r, &k, thread, w)
    case .isNot: Instructions.isNot(&pc, &r, &k, thread, w)
    case .contains: Instructions.contains(&pc, &r, &k, thread, w)
    case .notContains: Instructions.notContains(&pc, &r, &k, thread, w)
    case .jump: Instructions.jump(&pc, &r, &k, thread, w)
    case .jumpIfTrue: Instructions.jumpIfTrue(&pc, &r, &k, thread, w)
    case .jumpIfFalse: Instructions.jumpIfFalse(&pc, &r, &k, thread, w)
    case .jumpIfTrueOrDrop: Instructions.jumpIfTrueOrDrop(&pc, &r, &k, thread, w)
    case .jumpIfFalseOrDrop: Instructions.jumpIfFalseOrDrop(&pc, &r, &k, thread, w)
    case .jumpIfNone: Instructions.jumpIfNone(&pc, &r, &k, thread, w)
    case .jumpIfNotNone: Instructions.jumpIfNotNone(&pc, &r, &k, thread, w)
    case .jumpIfIs: Instructions.jumpIfIs(&pc, &r, &k, thread, w)
    case .jumpIfIsNot: Instructions.jumpIfIsNot(&pc, &r, &k, thread, w)
    case .jumpIfLess: Instructions.jumpIfLess(&pc, &r, &k, thread, w)
    case .jumpIfLessEqual: Instructions.jumpIfLessEqual(&pc, &r, &k, thread, w)
    case .jumpIfEqual: Instructions.jumpIfEqual(&pc, &r, &k, thread, w)
    case .jumpIfNotEqual: Instructions.jumpIfNotEqual(&pc, &r, &k, thread, w)
    case .jumpIfGreater: Instructions.jumpIfGreater(&pc, &r, &k, thread, w)
    case .jumpIfGreaterEqual: Instructions.jumpIfGreaterEqual(&pc, &r, &k, thread, w)
    case .jumpUnlessLess: Instructions.jumpUnlessLess(&pc, &r, &k, thread, w)
    case .jumpUnlessLessEqual: Instructions.jumpUnlessLessEqual(&pc, &r, &k, thread, w)
    case .jumpUnlessEqual: Instructions.jumpUnlessEqual(&pc, &r, &k, thread, w)
    case .jumpUnlessNotEqual: Instructions.jumpUnlessNotEqual(&pc, &r, &k, thread, w)
    case .jumpUnlessGreater: Instructions.jumpUnlessGreater(&pc, &r, &k, thread, w)
    case .jumpUnlessGreaterEqual: Instructions.jumpUnlessGreaterEqual(&pc, &r, &k, thread, w)
    case .jumpIfLessImmediate: Instructions.jumpIfLessImmediate(&pc, &r, &k, thread, w)
    case .jumpIfLessEqualImmediate: Instructions.jumpIfLessEqualImmediate(&pc, &r, &k, thread, w)
    case .jumpIfEqualImmediate: Instructions.jumpIfEqualImmediate(&pc, &r, &k, thread, w)
    case .jumpIfNotEqualImmediate: Instructions.jumpIfNotEqualImmediate(&pc, &r, &k, thread, w)
    case .jumpIfGreaterImmediate: Instructions.jumpIfGreaterImmediate(&pc, &r, &k, thread, w)
    case .jumpIfGreaterEqualImmediate: Instructions.jumpIfGreaterEqualImmediate(&pc, &r, &k, thread, w)
    case .jumpUnlessLessImmediate: Instructions.jumpUnlessLessImmediate(&pc, &r, &k, thread, w)
    case .jumpUnlessLessEqualImmediate: Instructions.jumpUnlessLessEqualImmediate(&pc, &r, &k, thread, w)
    case .jumpUnlessEqualImmediate: Instructions.jumpUnlessEqualImmediate(&pc, &r, &k, thread, w)
    case .jumpUnlessNotEqualImmediate: Instructions.jumpUnlessNotEqualImmediate(&pc, &r, &k, thread, w)
    case .jumpUnlessGreaterImmediate: Instructions.jumpUnlessGreaterImmediate(&pc, &r, &k, thread, w)
    case .jumpUnlessGreaterEqualImmediate: Instructions.jumpUnlessGreaterEqualImmediate(&pc, &r, &k, thread, w)
    case .loopHeader: Instructions.loopHeader(&pc, &r, &k, thread, w)
    case .call: Instructions.call(&pc, &r, &k, thread, w)
    case .callMethod: Instructions.callMethod(&pc, &r, &k, thread, w)
    case .callKeywords: Instructions.callKeywords(&pc, &r, &k, thread, w)
    case .callMethodKeywords: Instructions.callMethodKeywords(&pc, &r, &k, thread, w)
    case .callExtended: Instructions.callExtended(&pc, &r, &k, thread, w)
    case .return: Instructions.return(&pc, &r, &k, thread, w)
    case .returnNone: Instructions.returnNone(&pc, &r, &k, thread, w)
    case .buildTuple: Instructions.buildTuple(&pc, &r, &k, thread, w)
    case .buildList: Instructions.buildList(&pc, &r, &k, thread, w)
    case .buildSet: Instructions.buildSet(&pc, &r, &k, thread, w)
    case .buildMap: Instructions.buildMap(&pc, &r, &k, thread, w)
    case .buildString: Instructions.buildString(&pc, &r, &k, thread, w)
    case .listAppend: Instructions.listAppend(&pc, &r, &k, thread, w)
    case .setAdd: Instructions.setAdd(&pc, &r, &k, thread, w)
    case .mapAdd: Instructions.mapAdd(&pc, &r, &k, thread, w)
    case .listExtend: Instructions.listExtend(&pc, &r, &k, thread, w)
    case .setUpdate: Instructions.setUpdate(&pc, &r, &k, thread, w)
    case .dictUpdate: Instructions.dictUpdate(&pc, &r, &k, thread, w)
    case .dictMerge: Instructions.dictMerge(&pc, &r, &k, thread, w)
    case .listToTuple: Instructions.listToTuple(&pc, &r, &k, thread, w)
    case .formatValue: Instructions.formatValue(&pc, &r, &k, thread, w)
    case .formatValueSpec: Instructions.formatValueSpec(&pc, &r, &k, thread, w)
    case .convertValue: Instructions.convertValue(&pc, &r, &k, thread, w)
    case .unpackSequence: Instructions.unpackSequence(&pc, &r, &k, thread, w)
    case .unpackStarred: Instructions.unpackStarred(&pc, &r, &k, thread, w)
    case .getIterator: Instructions.getIterator(&pc, &r, &k, thread, w)
    case .forIterate: Instructions.forIterate(&pc, &r, &k, thread, w)
    case .makeGenerator: Instructions.makeGenerator(&pc, &r, &k, thread, w)
    case .yield: Instructions.yield(&pc, &r, &k, thread, w)
    case .getYieldFromIterator: Instructions.getYieldFromIterator(&pc, &r, &k, thread, w)
    case .send: Instructions.send(&pc, &r, &k, thread, w)
    case .yieldDelegating: Instructions.yieldDelegating(&pc, &r, &k, thread, w)
    case .getAwaitable: Instructions.getAwaitable(&pc, &r, &k, thread, w)
    case .getAsyncIterator: Instructions.getAsyncIterator(&pc, &r, &k, thread, w)
    case .getAsyncNext: Instructions.getAsyncNext(&pc, &r, &k, thread, w)
    case .endAsyncFor: Instructions.endAsyncFor(&pc, &r, &k, thread, w)
    case .enterAsyncContext: Instructions.enterAsyncContext(&pc, &r, &k, thread, w)
    case .exitAsyncContext: Instructions.exitAsyncContext(&pc, &r, &k, thread, w)
    case .exitAsyncContextException: Instructions.exitAsyncContextException(&pc, &r, &k, thread, w)
    case .raise: Instructions.raise(&pc, &r, &k, thread, w)
    case .reraise: Instructions.reraise(&pc, &r, &k, thread, w)
    case .endHandler: Instructions.endHandler(&pc, &r, &k, thread, w)
    case .jumpIfNotMatch: Instructions.jumpIfNotMatch(&pc, &r, &k, thread, w)
    case .enterContext: Instructions.enterContext(&pc, &r, &k, thread, w)
    case .exitContext: Instructions.exitContext(&pc, &r, &k, thread, w)
    case .exitContextException: Instructions.exitContextException(&pc, &r, &k, thread, w)
    case .loadAssertionError: Instructions.loadAssertionError(&pc, &r, &k, thread, w)
    case .importName: Instructions.importName(&pc, &r, &k, thread, w)
    case .importFrom: Instructions.importFrom(&pc, &r, &k, thread, w)
    case .importStar: Instructions.importStar(&pc, &r, &k, thread, w)
    case .makeFunction: Instructions.makeFunction(&pc, &r, &k, thread, w)
    case .loadBuildClass: Instructions.loadBuildClass(&pc, &r, &k, thread, w)
    case .matchSequence: Instructions.matchSequence(&pc, &r, &k, thread, w)
    case .matchMapping: Instructions.matchMapping(&pc, &r, &k, thread, w)
    case .getLength: Instructions.getLength(&pc, &r, &k, thread, w)
    case .matchKeys: Instructions.matchKeys(&pc, &r, &k, thread, w)
    case .matchClass: Instructions.matchClass(&pc, &r, &k, thread, w)
    case .intrinsic: Instructions.intrinsic(&pc, &r, &k, thread, w)
    case .exit: return r[Int(w >> 16 & 0x7fff)]
    }
  }
}
