import { listEntries } from '../../material/entries.ts';
import { entriesQuery, materialsQuery, requestsQuery } from '../../material/inputs.ts';
import { listRequests } from '../../material/requests.ts';
import { listMaterials } from '../../material/stock.ts';
import { moneyText } from '../../kernel/money.ts';
import { ENTRY_SORTS_OUT, REQUEST_STATES_OUT } from '../codes-of-materials.ts';
import { listOut, words } from '../list-out.ts';

const plain = (amount: number): number => Number(moneyText(amount));
const CURRENCY = words('Currency', '币种', '幣別');
const DEPARTMENT = words('Department', '部门', '部門');
const MATERIAL = words('Material', '物料', '物料');
const UNIT = words('Unit', '单位', '單位');
const QUANTITY = words('Quantity', '数量', '數量');

export const materials = listOut({
  key: 'materials',
  name: words('Materials and stock', '物料库存', '物料庫存'),
  admits: 'material.see',
  query: materialsQuery,
  read: async (context, query) => ({ items: (await listMaterials(context, query)).items, next: null }),
  columns: (of) => [
    of.text('name', MATERIAL, (row) => row.name, 30),
    of.text('unit', UNIT, (row) => row.unit),
    of.text('stock', words('In stock', '库存', '庫存'), (row) => row.stock),
    of.text('keepAtLeast', words('Keep at least', '最低库存', '最低庫存'), (row) => row.keepAtLeast),
    of.named('line', words('Cost kind', '费用科目', '費用科目'), (row) => row.costKind.name),
    of.text('price', words('Price of one', '单价', '單價'), (row) => plain(row.price)),
    of.text('currency', CURRENCY, (row) => row.currency),
  ],
});

export const materialRequests = listOut({
  key: 'material-requests',
  name: words('Requests for material', '物料申请', '物料申請'),
  admits: 'material.see',
  query: requestsQuery,
  read: listRequests,
  columns: (of) => [
    of.text('neededBy', words('Needed by', '需用日期', '需用日期'), (row) => row.neededBy),
    of.named('department', DEPARTMENT, (row) => row.department.name),
    of.text('material', MATERIAL, (row) => row.material.name, 30),
    of.text('unit', UNIT, (row) => row.material.unit),
    of.text('quantity', QUANTITY, (row) => row.quantity),
    of.text('approved', words('Approved', '批准数量', '批准數量'), (row) => row.approved),
    of.text('received', words('Received', '入库', '入庫'), (row) => row.received),
    of.text('issued', words('Issued', '已发放', '已發放'), (row) => row.issued),
    of.code('state', words('State', '状态', '狀態'), REQUEST_STATES_OUT, (row) => row.state),
    of.text('whatFor', words('What for', '用途', '用途'), (row) => row.whatFor, 40),
    of.text('by', words('Asked for by', '申请人', '申請人'), (row) => row.by?.name),
    of.moment('at', words('Asked for', '申请时间', '申請時間'), (row) => row.at),
    of.text('decidedBy', words('Decided by', '审批人', '審批人'), (row) => row.decidedBy?.name),
    of.text('because', words('Because', '原因', '原因'), (row) => row.because, 30),
  ],
});

export const materialEntries = listOut({
  key: 'material-entries',
  name: words('Ledger of material', '出入库台账', '出入庫登記'),
  admits: 'material.see',
  query: entriesQuery,
  read: listEntries,
  columns: (of) => [
    of.text('onDay', words('Day', '日期', '日期'), (row) => row.onDay),
    of.named('department', DEPARTMENT, (row) => row.department.name),
    of.text('material', MATERIAL, (row) => row.material.name, 30),
    of.text('unit', UNIT, (row) => row.material.unit),
    of.code('sort', words('Entry', '类别', '類別'), ENTRY_SORTS_OUT, (row) => row.sort),
    of.text('quantity', QUANTITY, (row) => row.quantity),
    of.text('person', words('Issued to', '领用人', '領用人'), (row) => row.person?.name),
    of.text('supplier', words('Delivered by', '供应商', '供應商'), (row) => row.supplier),
    of.text('cost', words('Paid', '实付金额', '實付金額'), (row) => plain(row.cost)),
    of.text('currency', CURRENCY, (row) => row.currency),
    of.text('because', words('Because', '原因', '原因'), (row) => row.because, 30),
    of.text('by', words('Entered by', '登记人', '登記人'), (row) => row.by?.name),
    of.moment('at', words('Entered', '登记时间', '登記時間'), (row) => row.at),
  ],
});
