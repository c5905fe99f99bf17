import { useQuery } from '@tanstack/react-query'
import type { Item } from '#engine/access/present.ts'
import { api } from '#engine/web/api.ts'
import type { CustomerQuality, QualityOverview } from '../quality/routes.ts'

/** What a list of files to be mended shows. */
export const columnsToMend = ['name', 'quality', 'qualityFaults', 'confirmBy', 'stage', 'tier', 'owner', 'department']

/** Why a customer's file has its score. Asked anew with every version, since each may mend it. */
export const useCustomerQuality = ({ id, version }: Item) =>
  useQuery({
    queryKey: ['related', 'customer', 'quality', id, version],
    queryFn: ({ signal }) => api.get<CustomerQuality>(`/customers/${id}/quality`, { signal }),
    retry: false,
  })

export const useQualityOverview = (days: number) =>
  useQuery({
    queryKey: ['related', 'customer', 'quality-overview', days],
    queryFn: ({ signal }) => api.get<QualityOverview>('/customer-quality', { query: { days }, signal }),
    placeholderData: (before) => before,
    retry: false,
  })

export type QualityLine = QualityOverview['all']
