# The modules operator, bisect and heapq.
import bisect
import heapq
import operator


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


for text in """operator.itemgetter();operator.itemgetter(1,'a');operator.itemgetter(1)([1]);operator.itemgetter(1,0)([1,2]);operator.itemgetter(slice(1,2))([1,2,3])
operator.attrgetter();operator.attrgetter(1);operator.attrgetter('a.b','c');operator.attrgetter('real')(3);operator.attrgetter('real','imag')(3);operator.attrgetter('real.imag')(3)
operator.methodcaller();operator.methodcaller(1);operator.methodcaller('a',1,k=2);operator.methodcaller('upper')('a');operator.methodcaller('split',',',maxsplit=1)('a,b,c')
operator.itemgetter(1)([1,2],3);operator.itemgetter(a=1);operator.itemgetter(1)();operator.itemgetter(1)([1,2],k=3);operator.methodcaller('upper')('a',1)
operator.concat(1,2);operator.concat([1],[2]);operator.iconcat(1,2);operator.countOf([1,2,1],1);operator.indexOf([1,2],3);operator.indexOf([1,2],2);operator.indexOf(1,3)
operator.length_hint([1],'a');operator.length_hint([1]);operator.length_hint(1,5);operator.call(int,'5',base=6);operator.index('a');operator.index(True)
operator.not_(0);operator.truth(0);operator.is_(None,None);operator.is_not(1,2);operator.getitem([1],5);operator.pow(2,3);operator.contains([1],1);operator.matmul(1,2)
operator.imatmul(1,2);operator.inv(5);operator.invert('a');operator.neg('a');operator.pos(-3);operator.abs(-3);operator.add(1,'a');operator.iadd(1,'a');operator.sub(3,1)
operator.mul('a',3);operator.truediv(1,2);operator.floordiv(7,2);operator.mod('%d',3);operator.lshift(1,4);operator.rshift(16,2);operator.and_(6,3);operator.or_(6,3);operator.xor(6,3)
operator.lt(1,2);operator.le(1,2);operator.eq(1,2);operator.ne(1,2);operator.ge(1,2);operator.gt(1,2);operator.__add__(1,2);operator.__not__(1);operator.__lt__(2,1)
operator.itemgetter(1,2).__reduce__()[1];operator.attrgetter('a').__reduce__()[1];operator.methodcaller('a',1).__reduce__()[1];type(operator.itemgetter(1))
bisect.bisect([1,2,2,3],2);bisect.bisect_left([1,2,2,3],2);bisect.bisect_right([1,2,2,3],2,0,2);bisect.bisect([1,2,3],2,-1);bisect.bisect_left([3,2,1],2,key=lambda x:-x)
bisect.bisect_left([1,5,9],4,lo=1,hi=None);bisect.bisect(1,2);bisect.bisect([1,2,3],'a');heapq.heappop([]);heapq.heappush(1,2);heapq.heapreplace([],1);heapq.heappushpop([],1)
heapq.heapify((1,2));heapq.nsmallest(3,[5,1,4,2,3]);heapq.nlargest(2,'hello',key=ord);heapq.nlargest(0,[1]);heapq.nsmallest(-1,[1]);heapq.nsmallest(9,[2,1])
list(heapq.merge([1,4,7],[2,5,8],[3,6,9]));list(heapq.merge([9,5,1],[8,2],reverse=True));list(heapq.merge(['a','ccc'],['bb'],key=len));list(heapq.merge());list(heapq.merge([1,1],[1]))""".replace("\n", ";").split(";"):
    show(text)
d = {}
operator.setitem(d, "a", 1)
operator.delitem(d, "a")
items = [1]
print(d, operator.iadd(items, [2]), items, sorted([(1, "b"), (0, "c")], key=operator.itemgetter(1)))
items = [1, 3, 5]
bisect.insort(items, 3)
bisect.insort_left(items, 0)
bisect.insort(items, 6, key=lambda x: x)
print(items)
heap = []
for value in [5, 3, 8, 1, 9, 2, 7, 7, 0]:
    heapq.heappush(heap, value)
print(heap, heapq.heappushpop(heap, 4), heapq.heapreplace(heap, 6), [heapq.heappop(heap) for _ in range(len(heap))])
heap = [(x * 7919) % 1000 for x in range(300)]
heapq.heapify(heap)
print(heap[:10], [heapq.heappop(heap) for _ in range(300)] == sorted((x * 7919) % 1000 for x in range(300)))


class Item:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank


heap = [Item(r) for r in (3, 1, 2)]
heapq.heapify(heap)
print([heapq.heappop(heap).rank for _ in range(3)])
