import Testing

@testable import Runtime

@Suite struct IntegerTests {
  @Test func floorDivision() {
    #expect(IntegerArithmetic.floorQuotient(-7, 2) == -4)
    #expect(IntegerArithmetic.floorRemainder(-7, 2) == 1)
    #expect(IntegerArithmetic.floorRemainder(7, -2) == -1)
  }
}
